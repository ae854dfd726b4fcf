a = 1 + 2 * 3 - 4 // 5 ** 2 % 7
b = "ab" * 3 + "c"
c = (1, 2, (3, "x")) + (None,)
d = "text"[1], b"bytes"[-1], (1, 2, 3)[0]
e = -1, +2.5, ~3, not 4, -0.0, 0.0, 1j * 2, 3 + 4j
f = x in [1, 2, 3], x not in {1, 2, 2}, not x in y, not x is y
g = 1 << 64, 1 << 200, 2 ** 100, 2 ** 1000, 10 ** 20, 0xFFFFFFFFFFFFFFFFFF
h = [1, 2, 3], {1, 2, 3}, [1, 2], (1, x, 2)
i = "%s and %r: %5s%%" % (x, y, z), "%d" % (x,), "%s" % x
j = {1: 2, "a": 3}, {**a, "b": 1, **c}, {1: x}
k = f"{x!r:>{width}} {y=} {{}}", f"", f"plain"
l = True & False, 7 / 2, 7.5 // 2, -7 // 2, -7 % 3, 1 / 0, "a" * 5000
for m in [1, x, 2]: pass
for n in {1, 2}: pass
if 0: o = 1
elif "": p = 2
else: q = 3
while 1:
    if x: break
while False: r
s = 1 if True else 2
t = __debug__
u, v = v, u
u, v, w = w, v, u
[(u, *v), w] = x
def swaps(a, b, c):
    a, b = b, a
    a, b, c = c, a, b
    a[0], a[1] = a[1], a[0]
    x = y = z = a
    return a < b < c, a and b or c, not a
