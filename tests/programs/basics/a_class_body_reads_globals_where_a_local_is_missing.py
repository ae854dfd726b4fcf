x = "global"

def f():
    x = "local"
    class A:
        print(x)
        y = x
    class B:
        x = x + " copied"
    return A.y, B.x

try:
    print(f())
except NameError as error:
    print(error)

class C:
    x = x + " in class"
print(C.x, x)
