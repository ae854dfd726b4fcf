def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step, lambda: count

step, read = counter()
step()
step(by=10)
print(read())
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
