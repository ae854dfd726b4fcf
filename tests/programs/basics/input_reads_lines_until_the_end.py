# stdin: first\n第二行\n
print(repr(input("? ")))
print(repr(input()))
try:
    input()
except EOFError as error:
    print(type(error).__name__, error)
