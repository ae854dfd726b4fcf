class Point:
    def __init__(self, x): self.x = x
    def __eq__(self, other): return isinstance(other, Point) and self.x == other.x
    def __hash__(self): return hash(("Point", self.x))
class Unhashable:
    def __eq__(self, other): return True
class Wrong:
    def __hash__(self): return "x"
class Huge:
    def __hash__(self): return 2**100
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(-1), hash(2**61 - 1), hash(0.5), hash((1, 2)))
print({Point(1), Point(1), Point(2)} == {Point(2), Point(1)}, Point(1) in {Point(1): 0}, hash(Huge()) == hash(2**100))
for bad in ([], {}, set(), Unhashable(), Wrong(), ([],), slice(1)):
    try:
        hash(bad)
    except TypeError as error:
        print(error)
