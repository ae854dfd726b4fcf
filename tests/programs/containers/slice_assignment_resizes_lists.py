a = list(range(8))
a[2:5] = ["x"]
print(a)
a[::2] = "ABC"
print(a)
a[1:1] = [10, 11]
a[-1:] = []
print(a, a * 2, [[]] * 2, a.count(1))
try:
    a[::2] = [1]
except ValueError as error:
    print(error)
