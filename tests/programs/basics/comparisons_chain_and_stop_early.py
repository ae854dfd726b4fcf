def show(x):
    print("look at", x)
    return x

print(show(1) < show(3) < show(2))
print(show(5) < show(3) < show(2))
print(1 < 2 == 2 != 3)
