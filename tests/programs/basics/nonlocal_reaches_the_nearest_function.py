x = "global"

def outer():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x = "set by inner"
        inner()
    class Body:
        x = "class"
        def method(self):
            nonlocal x
            x += ", then by method"
    middle()
    Body().method()
    return x, Body.x

print(outer(), x)

def counter():
    count = 0
    def up(by=1):
        nonlocal count
        count += by
        return count
    return up

a, b = counter(), counter()
print(a(), a(5), b(), a())
