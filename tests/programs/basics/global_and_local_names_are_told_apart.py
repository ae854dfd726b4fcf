n = 1

def read_before_assignment():
    print(n)
    n = 2

def change():
    global n
    n = 3

try:
    read_before_assignment()
except UnboundLocalError as error:
    print(error)
change()
print(n)
try:
    print(unknown)
except NameError as error:
    print(error)
