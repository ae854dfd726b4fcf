o = object()
print(o == o, o != object(), hash(o) == hash(o), o.__class__, o.__doc__ is None, o.__eq__(5), o.__ne__(o),
      o.__str__() == repr(o), o.__sizeof__() > 0)
for bad in (lambda: object(1), lambda: o < o, lambda: setattr(o, "x", 1), lambda: o + 1, lambda: o[0], lambda: len(o),
            lambda: o(), lambda: -o, lambda: iter(o), lambda: o @ o, lambda: object.__new__(),
            lambda: object.__new__(int)):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(error)
class A:
    def __init__(self, x): pass
class B:
    def __new__(cls, x): return super().__new__(cls)
print(A(1) is not None, B(1) is not None)
class Plain: pass
try:
    Plain(1)
except TypeError as error:
    print(error)
