import sys


def one():
    yield 1


def many(a, b, c, d, e):
    x = [a for a in b]
    y = z = w = 1
    yield a, b, (c, d, (e, x, y, z, w))


async def coroutine():
    pass


async def items():
    yield 1


class Thing:
    def method(self):
        pass


waiting = coroutine()
for thing in (one(), many(1, 2, 3, 4, 5), (i for i in []), waiting, items(), one, lambda: 1, sys, Thing().method, staticmethod(one),
              classmethod(one), zip(), enumerate([])):
    print(type(thing).__name__, sys.getsizeof(thing))
waiting.close()
