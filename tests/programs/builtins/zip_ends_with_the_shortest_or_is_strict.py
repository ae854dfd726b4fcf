print(list(zip("abc", [1, 2])), list(zip()), list(zip("ab")), list(zip("ab", "cd", strict=True)),
      list(zip(*[(1, 2), (3, 4)])))
z = zip(iter([1, 2, 3]), it := iter([4]))
print(list(z), next(it, "used up"))
for iterables in (["ab", "c"], ["a", "bc"], ["ab", "ab", "a"], ["a", "a", "ab"]):
    try:
        list(zip(*iterables, strict=True))
    except ValueError as error:
        print(error)
for bad in (lambda: zip(5), lambda: zip("a", 5), lambda: zip("a", stict=True)):
    try:
        bad()
    except TypeError as error:
        print(error)
