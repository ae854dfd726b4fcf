x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", range(2))}, {x % 2 for x in range(5)}, x)
print([(a, b) for a in range(3) for b in range(a)], [c for c in "abcd" if c > "a" if c < "d"])
print([[r * c for c in range(3)] for r in range(2)])
print(list(x * 2 for x in [1, 2]), sum(n for n in range(4)), max((len(w), w) for w in ["a", "bcd", "ef"]))
print([i for i in range(5) if i % 2 if i > 1], [*(n for n in "ab")], [y for x in [1, 2] for y in [x, x]])
def f():
    fs = [lambda: i for i in range(3)]
    return [g() for g in fs]
print(f())
print([z := n for n in range(3)], z)
