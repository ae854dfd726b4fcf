a, b, c, d = 1, 2, [1, 2, 3, 4], {"x": 1, "y": 2}
del a, (b, [c[0], c[-1]]), d["x"]
print(c, d)
for name in "ab":
    print(name in globals())
del c[:1], d
print(c)
try:
    del a
except NameError as error:
    print(error)
try:
    del c[5]
except IndexError as error:
    print(error)

def f(x):
    del x
    try:
        return x
    except UnboundLocalError as error:
        return str(error)

print(f(1))
