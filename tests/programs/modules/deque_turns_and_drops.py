from collections import deque
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], len(d), d.count(2), d.index(3), 3 in d)
d = deque("abcd")
d.rotate(1)
print(d, d.pop(), d.popleft(), list(reversed(d)), d + deque("x"), d * 2)
d.extendleft("12")
d.insert(1, "i")
d.remove("b")
d.reverse()
print(d, d.copy() == d, deque([1, 2]) < deque([1, 3]), bool(deque()))
del d[0]
d[0] = "z"
print(d)
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[9], lambda: d.remove("none"),
            lambda: d.index("none"), lambda: d[0:1], lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque(5),
            lambda: deque([], -1), lambda: [d.append(1) for x in d]):
    try:
        bad()
    except (IndexError, ValueError, TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
