def inner():
    x = yield "first"
    y = yield x * 2
    return x + y

def outer():
    total = yield from inner()
    yield f"total {total}"

g = outer()
print(next(g), g.send(10), g.send(5))
