try:
    1 / 0
except ZeroDivisionError as error:
    message = str(error)
print(message)
try:
    error
except NameError as missing:
    print(missing)
