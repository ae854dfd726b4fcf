# loop: a global += in a function
counter = 0


def work(n):
    global counter
    for _ in range(n):
        counter += 1


work(8_000_000)
