class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
def f(value):
    match value:
        case Point3(z=0): return "flat"
        case Point(0, 0): return "origin"
        case Point(x, y=0): return "on x", x
        case Point(x=px, y=py) if px == py: return "diagonal", px
        case Point(): return "some point"
        case int(n) | float(n): return "number", n
        case str(x) | list(x) | dict(x): return type(x).__name__, x
        case bool() | set(): return "never a bool"
        case object(missing=m): return m
        case _: return "other"
for value in (Point3(1, 2, 0), Point(0, 0), Point(5, 0), Point(4, 4), Point(1, 2), Point3(0, 0, 1), 5, 2.5, "s", [1],
              {"k": 1}, True, {1}, None):
    print(f(value))
