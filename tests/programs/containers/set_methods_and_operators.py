a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([5], (6,)), a.intersection([1, 9]), a.difference(b, [1]),
      a.symmetric_difference([3, 7]), a <= {1, 2, 3, 4}, a < a, a >= {1}, {1} < a, a.issubset(range(9)),
      a.issuperset([1]), a.isdisjoint([8]), a == {3, 2, 1}, a != b, a == frozenset(a), frozenset(a) | b,
      type(frozenset(a) | b).__name__, type(a | frozenset(b)).__name__)
a.add(9)
a.discard(100)
a.remove(9)
a.update([7], "x")
a.difference_update([7])
a.intersection_update({1, 2, "x"})
a.symmetric_difference_update({1, 5})
print(sorted(a, key=str), len(a), a.copy() == a, a.pop() is not None, a.clear(), a, set(), frozenset(), {*()},
      bool(set()))
a |= {1}; a &= {1, 2}; a -= {5}; a ^= {2}
print(a, {frozenset({1}): "nested"}[frozenset({1})], {1, True, 1.0}, {0, False}, len({float("nan"), float("nan")}),
      frozenset([1]) in {frozenset([1])}, {1} in [{1}], {1} in {frozenset({1})})
for bad in (lambda: a.remove(99), lambda: set().pop(), lambda: {[]}, lambda: a | [1], lambda: a < [1], lambda: set(5),
            lambda: a[0], lambda: frozenset().add(1), lambda: hash(a), lambda: a.union(5), lambda: {{}}):
    try:
        bad()
    except (KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
