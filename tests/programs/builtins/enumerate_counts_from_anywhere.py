print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate([], 3)), list(enumerate("a", start=-1)))
e = enumerate(iter([10, 20, 30]), 2**63 - 1)
print(next(e), list(e), next(e, "end"))
for bad in (lambda: enumerate(5), lambda: enumerate("a", "b"), lambda: enumerate()):
    try:
        bad()
    except TypeError as error:
        print(error)
print(type(enumerate([])).__name__, iter(e) is e)
