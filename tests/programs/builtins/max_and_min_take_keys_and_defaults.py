print(max(3, 1, 2), min([3, 1, 2]), max("abc"), max([], default="none"), min((), default=None),
      max([1, 2], key=lambda x: -x))
print(max("bb", "aa", "cc", key=len), min("bb", "a", "cc", key=len), max([1, 1.0, True]), min([1.0, 1]),
      max({"a": 1, "b": 0}))
print(max([[1, 2], [1, 3]]), max((1, "a"), (0, "z")), max(range(5), key=lambda x: x % 3))
for bad in (lambda: max(), lambda: max([]), lambda: max(1), lambda: max(1, "a"), lambda: max(1, 2, default=3),
            lambda: min([1, None]), lambda: max([1], key=5), lambda: max(1, 2, x=3)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
