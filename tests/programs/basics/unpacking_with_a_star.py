first, *middle, last = range(6)
print(first, middle, last)
(a, b), [c, *d] = (1, 2), "xyz"
print(a, b, c, d)
print([*range(3), *"ab"], {**{"k": 1}, "k": 2})
try:
    one, two = [1, 2, 3]
except ValueError as error:
    print(error)
