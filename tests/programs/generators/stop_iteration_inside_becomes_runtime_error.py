def g():
    yield 1
    raise StopIteration("mine")
def h():
    yield next(iter([]))
for make in (g, h, lambda: (next(iter([])) for _ in range(1))):
    try:
        list(make())
    except RuntimeError as error:
        print(error, repr(error.__cause__))
def r():
    return 5
    yield
try:
    next(r())
except StopIteration as stop:
    print(stop.value, stop.args)
def tuple_value():
    return (1, 2)
    yield
print((lambda: [(yield from tuple_value())])().__class__.__name__)
