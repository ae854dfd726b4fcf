# the last thing that an assignment does is to drop what the variable held
class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('end of', self.name)


def sums(a, b):
    x = Told('sum of locals')
    x = a + b
    print(x)
    y = Told('sum with a constant')
    y = a + 1
    print(y)
    z = Told('difference')
    z = a - 1
    print(z)
    w = Told('longer')
    w = (a + b) * (a - b)
    print(w)


def loops(items):
    for x in items:
        print('item', x if isinstance(x, int) else x.name)
        if isinstance(x, int):
            x = Told(f'loop {x}')
    print('after the loop')


def made(n):
    for i in range(n):
        yield Told(f'made {i}')


def counted(n):
    for i in range(n):
        yield i


class Loop:
    def __del__(self):
        import sys
        print('the loop is at', sys._getframe(1).f_locals['i'], 'of', sorted(sys._getframe(1).f_locals))


def seen(items):
    i = Loop()
    for i in items:
        pass


def fractions():
    x = y = 1.5
    x = x + 1.0
    y = y - 1.0
    kept = x
    x = x + y
    x = x + x
    print(x, y, kept)


sums(3, 4)
sums(3.5, 4.5)
loops(range(2))
loops([1, 2])
loops(counted(2))
loops(made(2))
loops([Told('in a list')])
seen(range(3))
seen([1, 2])
seen(counted(2))
fractions()


def last(told):
    other = Told('another local')
    return told.name


print(last(Told('argument')))
