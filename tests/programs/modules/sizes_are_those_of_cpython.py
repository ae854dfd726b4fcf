import sys


class Plain:
    pass


class Slots:
    __slots__ = ('a', 'b')


class Sized:
    def __init__(self, size):
        self.size = size

    def __sizeof__(self):
        return self.size


for value in (0, 1, -1, 2 ** 30, 2 ** 62, 2 ** 100, True, None, 1.0, 1j, '', 'a', 'abc', 'é', '中', '😀', 'a' * 100, b'', b'abc',
              bytearray(), bytearray(b'abc'), (), (1,), (1, 2, 3), [], [1], [1, 2, 3], list(range(10)), [0] * 5, {}, {1: 2},
              dict.fromkeys(range(10)), dict.fromkeys(range(100)), set(), {1}, set(range(10)), frozenset(), range(5), object(),
              Plain(), Slots(), Exception(), Plain, Slots, int, type, Exception):
    print(type(value).__name__, sys.getsizeof(value))

items, numbered, members = [], {}, set()
for i in range(40):
    items.append(i)
    numbered[i] = i
    members.add(i)
    print(sys.getsizeof(items), sys.getsizeof(numbered), sys.getsizeof(members))

for size in (5, -1, 'x'):
    for default in ((), (7,)):
        try:
            print(sys.getsizeof(Sized(size), *default))
        except Exception as error:
            print(type(error).__name__, error)
