class Circle:
    def __init__(self, r): self._r = r
    @property
    def radius(self):
        "The radius."
        return self._r
    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError("negative")
        self._r = value
    @radius.deleter
    def radius(self):
        print("deleted")
    area = property(lambda self: 3 * self._r ** 2, doc="Area.")
c = Circle(2)
c.radius = 5
print(c.radius, c.area, Circle.radius.__doc__, Circle.area.__doc__, Circle.radius.fget(c), Circle.area.fset)
del c.radius
for bad in (lambda: setattr(c, "radius", -1), lambda: setattr(c, "area", 1), lambda: delattr(c, "area")):
    try:
        bad()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
class Wider(Circle):
    @Circle.radius.getter
    def radius(self): return "wider"
    write_only = property(fset=lambda self, v: print("written", v))
w = Wider(1)
w.radius = 3
w.write_only = 4
print(w.radius)
try:
    w.write_only
except AttributeError as error:
    print(error)
