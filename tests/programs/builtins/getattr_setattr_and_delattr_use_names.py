class Box: pass
b = Box()
setattr(b, "x", 1)
setattr(b, "not a name", 2)
print(getattr(b, "x"), getattr(b, "not a name"), getattr(b, "y", "default"), hasattr(b, "x"), hasattr(b, "y"), vars(b))
delattr(b, "x")
for bad in (lambda: getattr(b, "x"), lambda: delattr(b, "x"), lambda: setattr(5, "x", 1), lambda: getattr(b, 5),
            lambda: hasattr(b, 5), lambda: setattr(b, None, 1), lambda: getattr(b)):
    try:
        bad()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
class Fails:
    @property
    def broken(self): raise ValueError("inside")
    @property
    def missing(self): raise AttributeError("inside")
print(getattr(Fails(), "missing", "default"), hasattr(Fails(), "missing"))
try:
    hasattr(Fails(), "broken")
except ValueError as error:
    print(error)
