x = 1
del x
try:
    x
except NameError as error:
    print(error)
numbers = list(range(6))
del numbers[0], numbers[-1], numbers[1:3]
print(numbers)
