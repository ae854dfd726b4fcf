class P:
    x = 5
    def __getitem__(self, k): return f"item {k!r}"
p = P()
print("{0.x} {0[key]} {0[0]} {0[-1]} {0.x:>4} {1!r:^7} {1!s} {1!a}".format(p, "é"), "{} {}".format(1, 2),
      "{1} {0} {1}".format("a", "b"), "{a} {b[0]}".format(a=1, b=[2]), "{:{}}".format("x", ">5"),
      "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{{}} {}".format(1), "{a}".format_map({"a": 2}))
class Default(dict):
    def __missing__(self, key): return f"<{key}>"
print("{x} {y}".format_map(Default(x=1)), "{0:%Y}".format(__import__("datetime").date(2024, 1, 1)), "{!r}".format("a"),
      "{:,} {:_} {:e} {:%} {:b} {:c}".format(1234567, 1234567, 12345.678, 0.5, 5, 65))
for bad in ("{", "}", "{0} {}", "{} {0}", "{5}", "{x}", "{0.y}", "{0!z}", "{0[}", "{:d}", "{0:.2d}", "{!}", "{a b}"):
    try:
        print(bad.format("text"))
    except (ValueError, KeyError, IndexError, AttributeError) as error:
        print(repr(bad), type(error).__name__, error)
