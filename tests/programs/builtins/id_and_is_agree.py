a, b = [], []
print(id(a) == id(a), id(a) == id(b), a is a, (id(a) == id(b)) == (a is b), isinstance(id(a), int),
      id(None) == id(None))
def f(x): return id(x)
print(f(a) == id(a), len({id(x) for x in [[], [], []]}))
