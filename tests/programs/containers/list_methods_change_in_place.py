l = [3, 1, 2]
print(l.append(4), l.extend("ab"), l.insert(0, "first"), l.insert(-1, "x"), l.insert(99, "last"), l)
print(l.pop(), l.pop(0), l.pop(-2), l.remove("a"), l, l.index(1), l.count(1), l.reverse(), l,
      l.copy() is l, l.clear(), l)
l = [1, 2, 3, 2]
print(l.index(2, 2), l.sort(reverse=True), l, l.sort(key=lambda x: -x), [1] + [2], [0] * 3, [1, 2] == [1, 2.0],
      [1, 2] < [1, 3], [] < [1], [[]] * 2)
for bad in (lambda: [].pop(), lambda: l.pop(9), lambda: l.remove(9), lambda: l.index(9), lambda: l.index(1, 2, 3),
            lambda: l.insert("a", 1), lambda: l + (1,), lambda: l * 1.5, lambda: l["a"], lambda: l[9],
            lambda: l.extend(5), lambda: l.sort(lambda x: x), lambda: [1] < ["a"]):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
