def f(values):
    if any((found := v) > 2 for v in values):
        print("found", found)
    squares = [last := v * v for v in values]
    print(squares, last)
    while (n := len(values)) > 2:
        values = values[1:]
    return n, values

print(f([1, 2, 3, 4]))
print([y := 1, y ** 2], y)
print({(k := "a"): (v := 1)}, k, v)
print(f"{(width := 5):>4}|{width:{width}}")
x = [1, 2, 3]
print(x[(i := 1)], i)
