from collections import namedtuple
from typing import NamedTuple
Point = namedtuple("Point", "x y")
p = Point(1, y=2)
x, y = p
print(p, p.x, p[1], x + y, p == (1, 2), p._asdict(), p._replace(x=5), Point._fields, Point._make([3, 4]), len(p),
      hash(p) == hash((1, 2)), isinstance(p, tuple))
Defaults = namedtuple("Defaults", ["a", "b", "c"], defaults=[2, 3])
print(Defaults(1), Defaults._field_defaults, namedtuple("R", "a def a", rename=True)._fields, Point.__doc__,
      Point.x.__doc__)
class Employee(NamedTuple):
    "Somebody."
    name: str
    age: int = 30
    def older(self): return self._replace(age=self.age + 1)
print(Employee("Ada").older(), Employee.__annotations__, Employee.__doc__)
class Named(Point):
    __slots__ = ()
    @property
    def length(self): return (self.x ** 2 + self.y ** 2) ** 0.5
print(Named(3, 4).length, Named(3, 4))
for bad in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: setattr(p, "x", 1), lambda: p._replace(z=1),
            lambda: namedtuple("A", "a a"), lambda: namedtuple("A", "def"), lambda: namedtuple("A", "_x"),
            lambda: Point._make([1]), lambda: namedtuple("1", "a")):
    try:
        bad()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
match p:
    case Point(x=1, y=b): print("matched", b)
