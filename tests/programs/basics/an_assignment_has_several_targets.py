a = b = c = []
a.append(1)
print(a, b, c is a)
x = (y, z) = [w, *rest] = "two"[:2]
print(x, y, z, w, rest)
items = [0, 1, 2]
i = items[i] = 2 if (i := 0) == 0 else 9
print(i, items)
