def noisy(x):
    print("compute", x)
    return x

g = (noisy(x) for x in range(5) if x % 2)
print("nothing yet")
print(next(g))
print(any(noisy(x) > 1 for x in range(5)))
print(sum(x * x for x in range(10)), {x: y for x, y in zip("ab", range(2))}, {c for c in "aaa"})
