print(sum([1, 2, 3]), sum([1, 2], 10), sum([]), sum([[1], [2]], []), sum([0.1] * 10), sum([1, 2.5, True]),
      sum((1, 2), start=5))
print(sum([1j, 2]), sum([2**62, 2**62]), sum(x * x for x in range(4)), sum([(1,), (2,)], ()), sum({1: "a", 2: "b"}))
class Vector:
    def __init__(self, x): self.x = x
    def __add__(self, other): return Vector(self.x + other.x)
    def __radd__(self, other): return self if other == 0 else NotImplemented
print(sum([Vector(1), Vector(2)]).x)
for bad in (lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum(5),
            lambda: sum([1, None]), lambda: sum()):
    try:
        bad()
    except TypeError as error:
        print(error)
