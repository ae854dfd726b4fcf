d = {"a": 1, "b": 2}
print(d.get("a"), d.get("x"), d.get("x", 0), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("b"), d.pop("b", None),
      d, d.update({"z": 26}, y=25), d.update([("x", 24)]), d, d.popitem(), len(d))
k, v, i = d.keys(), d.values(), d.items()
d["new"] = 0
print(k, list(v), ("new", 0) in i, 0 in v, k & {"a", "q"}, k | ["q"], k - {"a"}, i & {("a", 1)},
      k ^ {"a", "r"} == {"c", "z", "y", "new", "r"}, list(reversed(k)), k.isdisjoint({"q"}),
      k == {"a", "c", "z", "y", "new"}, k.mapping["a"])
print(d | {"a": 100}, dict([("k", 1)], l=2), dict.fromkeys("ab", 0), dict.fromkeys([1]), {**d, "a": 2}["a"],
      d.copy() == d, d == dict(reversed(list(d.items()))), {1: "a", 1.0: "b", True: "c"}, list({3: 0, 1: 0, 2: 0}))
d |= [("p", 1)]
del d["p"]
for bad in (lambda: d["missing"], lambda: d.pop("missing"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: dict([1]),
            lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: d | 5, lambda: d < d, lambda: dict(a=1, **{"a": 2}),
            lambda: d.update(5), lambda: k[0], lambda: {}.fromkeys()):
    try:
        bad()
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
