def inner():
    try:
        x = yield 1
        print("inner got", x)
        y = yield 2
        return x, y
    except ValueError as error:
        print("inner caught", error)
        yield "from inner"
        return "handled"
    finally:
        print("inner closed")
def outer():
    result = yield from inner()
    print("result", result)
    yield from "ab"
    yield from (n for n in range(2))
    return "end"
o = outer()
print(next(o), o.send("x"), o.send("y"), list(o))
o = outer()
next(o)
print(o.throw(ValueError("v")), next(o))
o.close()
o = outer()
next(o)
o.close()
def bad():
    yield from 5
try:
    next(bad())
except TypeError as error:
    print(error)
