# What the eval loop does in one step for common operands does the same for all others.
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('end of', self.name)

    def __iadd__(self, other):
        print('iadd', other)
        return self


class Key(str):
    def __eq__(self, other):
        print('asked about', str(other))
        return str.__eq__(self, other)

    __hash__ = str.__hash__


class Missing(dict):
    def __missing__(self, key):
        return 'missing ' + repr(key)


def items():
    row, pair, words = [1.5, 2, 'x'], (7, 8), {'a': 1, 3: 2.5}
    i, word = -1, 'a'
    print(row[i], row[-3], pair[i], pair[0], words[word], words[3], words[3.0])
    row[0] += 1
    row[0] -= 0.25
    kept = row[0]
    row[0] += kept
    words[word] += 2 ** 62
    words[word] -= 1
    words[True] = 'one'
    row[1] += True
    row[2] += 'y'
    print(row, kept, words, word in words, 1 in words, 'b' in words, 'b' not in words)
    for wrong in (lambda: row[3], lambda: pair[-3], lambda: words['b'], lambda: Missing()['b'], lambda: row['a']):
        try:
            print(wrong())
        except (LookupError, TypeError) as error:
            print(type(error).__name__, error)


def keys():
    odd = {Key('a'): 1}
    word, other = 'a', 'b'
    if word in odd:
        odd[word] += 1
    print(list(odd.values()), other in odd)


def ends():
    thing = Loud('first')
    thing = Loud('second')
    box = [Loud('third')]
    i = 0
    box[i] = thing
    box[i] += 5
    thing = None
    pair = (Loud('fourth'), Loud('fifth'))
    a, b = pair
    pair = None
    a, b = (1, 2)
    a, a = (3, 4)
    print('all', a, b)
    return box


class Count:
    def __init__(self):
        self.n = 0
        self.x = 0.5

    def step(self, by):
        self.n += by
        self.n -= 1
        self.x += by
        return self.n


def attributes():
    count = Count()
    for by in (1, 2 ** 62, 2 ** 62, -2 ** 63, 0.5, True):
        print(count.step(by), count.x)
    try:
        count.step('a')
    except TypeError as error:
        print(error)


def numbers(n):
    for i in range(n):
        got = yield i
        if got:
            print('got', got)


def generators():
    rows = numbers(3)
    for i in rows:
        print(i, i % 2, i & 1, -i % 3, i * 2.5)
    for i in rows:
        print('never')
    again = numbers(4)
    next(again)
    print(again.send('this'), list(again))
    try:
        for i in numbers(3):
            1 // (1 - i)
    except ZeroDivisionError as error:
        print(error)


def powers():
    for base, exponent in ((2.0, 0.5), (0.0, 2.0), (0.0, -1.0), (-8.0, 1.0), (10.0, 400.0)):
        try:
            print(base ** exponent)
        except ArithmeticError as error:
            print(type(error).__name__, error)


def texts():
    for value in (5, -42, 'ab', 2 ** 70, True, None, 1.5):
        print('%s|%5s|{}|' % (value, value), '{}|{!r}'.format(value, value))
    for number in (0, 7, -42, 12345678):
        print(f'{number:5d}|{number:<6}|{number:^7}|{number:05}|{number:*>9}|{number:=+8}|{number:70}|{number:x=8d}')
    print('%d %%' % 3, '%s' % ('only',), 'é%sü' % 'λ', '{}{}'.format('λ', 'a' * 200))


items()
keys()
print(len(ends()))
attributes()
generators()
powers()
texts()
