class Index:
    def __index__(self): return 4
print(list(range(Index())), list(range(5, 0, -2)), range(3), range(1, 2), range(0, 10, 3), list(range(0)),
      list(range(3, 1)))
r = range(0, 20, 3)
print(r[2], r[-1], r[1:3], r[::-1], len(r), 9 in r, 10 in r, r.index(9), r.count(9), r.start, r.stop, r.step,
      r == range(0, 21, 3), hash(r) == hash(range(0, 21, 3)))
print(range(2**70, 2**70 + 2)[1], len(range(2**62)), range(0) == range(2, 1), list(reversed(range(3))))
for bad in (lambda: range(), lambda: range(1.5), lambda: range(1, 2, 0), lambda: r[10], lambda: r.index(10),
            lambda: len(range(2**70)), lambda: range("a"), lambda: r["x"]):
    try:
        bad()
    except (TypeError, ValueError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)
