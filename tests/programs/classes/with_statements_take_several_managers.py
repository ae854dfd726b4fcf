class M:
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter": raise KeyError(self.name)
        return self
    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind and kind.__name__)
        if self.fail == "exit": raise OSError(self.name)
        return self.swallow
with (M("a") as a, M("b", swallow=True) as b,):
    raise ValueError
try:
    with M("c"), M("d", fail="enter"), M("e"): print("never")
except KeyError as error:
    print("KeyError", error)
try:
    with M("f"), M("g", fail="exit"): raise ValueError("lost")
except OSError as error:
    print(repr(error), repr(error.__context__))
def f():
    with M("h"):
        return "returned"
print(f())
for i in range(2):
    with M(i):
        if i == 0: continue
        break
for thing in (5, type("Half", (), {"__enter__": lambda s: s})()):
    try:
        with thing: pass
    except TypeError as error:
        print(error)
