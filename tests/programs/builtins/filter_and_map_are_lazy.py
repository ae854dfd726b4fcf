def loud(x):
    print("call", x)
    return x % 2
f = filter(loud, range(4))
print(next(f))
print(list(f))
m = map(lambda a, b: a + b, [1, 2, 3], iter([10, 20]))
print(list(m), list(m))
print(list(filter(None, [0, 1, "", "a", None])), list(map(str, range(3))), list(map(max, "ab", "ba", "cc")))
for bad in (lambda: map(), lambda: map(len), lambda: filter(len), lambda: list(map(5, [1])), lambda: map(len, 5),
            lambda: list(filter(len, [1]))):
    try:
        bad()
    except TypeError as error:
        print(error)
