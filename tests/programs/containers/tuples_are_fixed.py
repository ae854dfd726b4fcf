t = (1, "a", [2])
t[2].append(3)
print(t, t + (4,), t * 2, t[1:], t[-1], len(t), t.count("a"), t.index("a"), (1,), (), tuple("ab"), tuple(),
      (1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), hash((1, 2)) == hash((1, 2)), t is tuple(t), 1 in t,
      max((1, 2), (1, 3)))
a = 1, 2
a += 3,
x, y, *z = a
print(a, x, y, z, (lambda *p: p)(*a), *a)
for bad in (lambda: t.__setitem__(0, 1), lambda: t[9], lambda: t.index(9), lambda: hash(t), lambda: t + [1],
            lambda: tuple(5), lambda: t.append(1), lambda: (1, "a") < (1, 2), lambda: t["x"], lambda: tuple(1, 2)):
    try:
        bad()
    except (TypeError, IndexError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
