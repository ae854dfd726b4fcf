a, b = [1, 2], {"x": 1}
print([*a, *a, 3], (*a,), {*a, 5}, {**b, "y": 2, **{"x": 3}})
print([*"ab", *range(2), *{"k": 1}], *a, sep="-")
def f():
    return *a, 9
print(f())
for x in *a, 3:
    print(x, end=" ")
print()
for bad in ("[*1]", "{**[1]}", "{*5}", "print(*None)", "f(**1)"):
    try:
        eval(bad)
    except TypeError as error:
        print(error)
