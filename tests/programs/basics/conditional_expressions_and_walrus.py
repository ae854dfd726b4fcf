print("even" if 4 % 2 == 0 else "odd")
if (n := len("hello")) > 3:
    print(n)
print([y for x in range(5) if (y := x * x) % 2 == 0], y)
