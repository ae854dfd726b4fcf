# exit: 1
def numbers():
    yield 1
    yield 1 / 0
def use():
    return sum(n for n in numbers())
print(use())
