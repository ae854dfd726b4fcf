for n in range(-1, 4):
    print("negative" if n < 0 else "zero" if n == 0 else "one" if n == 1 else "many", end=" ")
print()
print((1 if True else 2, 3) , 1 if False else 2, [x if x % 2 else -x for x in range(4)])
print((lambda x: "a" if x else "b")(0), "x" if [] else "y")
