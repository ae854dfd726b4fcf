class C:
    a = 1
    def __init__(self): self.b = 2
class Slots:
    __slots__ = ("x",)
c = C()
vars(c)["c"] = 3
print(vars(c), c.c, vars(c) is c.__dict__, "a" in vars(C), type(vars(C)).__name__)
for bad in (5, Slots(), []):
    try:
        vars(bad)
    except TypeError as error:
        print(error)
try:
    vars(C)["new"] = 1
except TypeError as error:
    print(error)
c.__dict__ = {"replaced": 1}
print(c.replaced, vars(c))
