def source():
    print("source")
    return [1, 2]
g = (print("item", x) for x in source())
print("made")
next(g)
try:
    (x for x in 5)
except TypeError as error:
    print(error)
n = 2
g = (x * n for x in range(3))
n = 10
print(list(g))
g = ((x, y) for x in range(2) for y in [x, n])
n = 7
print(list(g), g.__name__, g.__qualname__)
def f():
    return sum(x for x in range(4)), sum((x for x in range(4)), 10)
print(f())
