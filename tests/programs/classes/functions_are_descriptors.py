class C:
    def method(self, x): return self, x
def outside(self): return "outside", self
c = C()
bound = c.method
print(bound.__self__ is c, bound.__func__ is C.__dict__["method"], bound(1) == (c, 1), bound == c.method,
      bound is c.method, hash(bound) == hash(c.method))
C.added = outside
c.own = outside
print(c.added()[1] is c, c.own(5), outside.__get__(7)(), outside.__get__(None, C) is outside)
print(C.method(1, 2), bound.__name__, bound.__qualname__)
try:
    bound.x = 1
except AttributeError as error:
    print(error)
import types
print(types.MethodType(outside, "me")())
