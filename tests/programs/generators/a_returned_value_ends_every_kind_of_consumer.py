def numbers():
    yield 1
    yield 2
    return "done"


class Counted:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration("no more")
        return self.left


def delegate(iterable):
    result = yield from iterable
    print("result", result)


for make in (numbers, Counted):
    print(list(make()), tuple(make()), set(make()), sum(make()), sorted(make()), max(make()))
    print([*make()], {**dict.fromkeys(make())}, any(make()), all(make()), 5 in make())
    print(list(map(str, make())), list(zip(make(), make())), list(filter(None, make())), list(enumerate(make())))
    a, b = make()
    c, *d = make()
    print(a, b, c, d, [x for x in make()], list(delegate(make())))
    iterator = iter(make())
    try:
        while True:
            print(next(iterator))
    except StopIteration as stop:
        print("stopped by", repr(stop.value))
    print(next(iterator, "default"))
try:
    a, b, c = numbers()
except ValueError as error:
    print(error)
