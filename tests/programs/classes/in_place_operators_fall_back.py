class Falls:
    def __init__(self, n): self.n = n
    def __iadd__(self, other): return NotImplemented
    def __add__(self, other): return Falls(self.n + other)
    def __isub__(self, other):
        self.n -= other
        return self
    def __imul__(self, other): return "anything"
a = b = Falls(1)
a += 5
print(a.n, b.n, a is b)
a = b = Falls(10)
a -= 3
print(a.n, b.n, a is b)
a *= 2
print(a)
try:
    b /= 2
except TypeError as error:
    print(error)
try:
    c = Falls(1)
    c @= 2
except TypeError as error:
    print(error)
