l = list(range(10))
l[2:4] = "abc"
print(l)
l[::3] = [0] * len(l[::3])
print(l)
del l[1::2]
print(l)
l[:0] = [7]
l[len(l):] = (8, 9)
l[1:1] = l
print(l)
l[:] = []
print(l)
l[5:] = iter("xy")
l[-1:] = "z"
l += l
l *= 2
print(l, l[-100:2], l[::-2])
for bad in (lambda: l.__setitem__(slice(0, 4, 2), [1]), lambda: l.__setitem__(slice(0, 1), 5),
            lambda: l.__setitem__(99, 1), lambda: l.__delitem__(99), lambda: l.__setitem__("a", 1),
            lambda: l.__setitem__(slice(None, None, 0), [])):
    try:
        bad()
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
