a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), a <= b, {2} < a, a.isdisjoint({9}))
a.add(5)
a.discard(99)
print(sorted(a), frozenset([1]) == {1}, len({1, 1.0, True}))
try:
    {[]}
except TypeError as error:
    print(error)
