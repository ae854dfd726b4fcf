# stdin: Ada\n36\n\nlast without an end
name = input("Name: ")
age = int(input())
print(name, age, repr(input("empty? ")), repr(input()))
try:
    input("more? ")
except EOFError as error:
    print("\n", error)
