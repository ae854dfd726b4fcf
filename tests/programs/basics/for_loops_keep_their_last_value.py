for i in range(3):
    pass
print(i)
for j in ():
    pass
try:
    j
except NameError as error:
    print(error)
for i in "ab":
    for i in range(2):
        pass
    print(i)
for i in range(3):
    print(i, end=" ")
    i = 10
print(i)
