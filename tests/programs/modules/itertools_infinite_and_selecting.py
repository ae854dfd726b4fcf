from itertools import *
print(list(islice(count(5, 2), 3)), list(islice(count(1.5, 0.5), 2)), list(islice(cycle("ab"), 5)),
      list(repeat("x", 3)), repeat(1, 5), count(3), next(cycle([]), "empty"))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])),
      list(filterfalse(lambda x: x % 2, range(5))), list(compress("abcd", [1, 0, 1])))
print(list(islice("abcdef", 1, None, 2)), list(islice("abc", 0)), list(starmap(pow, [(2, 3), (3, 2)])),
      list(pairwise("abcd")), list(zip_longest("ab", "c", fillvalue="-")))
print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "c"])), [list(t) for t in tee("ab", 3)],
      list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max, initial=0)))
for bad in (lambda: islice("a", -1), lambda: islice("a", 0, 1, 0), lambda: count("a"), lambda: repeat(),
            lambda: list(starmap(pow, [1])), lambda: chain(5).__next__(), lambda: tee("a", -1), lambda: cycle(5),
            lambda: pairwise()):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
