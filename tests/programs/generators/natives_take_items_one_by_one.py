# sum, list, any and their kin run a generator to its end, or as far as they want
def numbers(n):
    try:
        for i in range(n):
            yield i
        return 'returned'
    finally:
        print('numbers ends')


print(sum(numbers(5)), list(numbers(3)), tuple(numbers(3)), set(numbers(3)), max(numbers(4)), sorted(numbers(3), reverse=True))
print(','.join(str(i) for i in numbers(3)), dict((i, i * i) for i in range(3)), bytes(numbers(3)))

some = numbers(6)
print(any(i == 2 for i in some), next(some), 4 in some, list(some), list(some), sum(some))
print(all(i < 2 for i in numbers(9)))

a, *b = numbers(4)
print(a, b)
items = [9]
items += numbers(2)
items.extend(numbers(2))
items[1:2] = numbers(2)
print(items)


# Who takes an item may run the generator, or end it.
class Hungry:
    def __init__(self, what):
        self.what = what

    def __radd__(self, other):
        try:
            print('hungry', self.what(source))
        except (StopIteration, ValueError) as error:
            print('hungry', repr(error))
        return other + 1

    def __hash__(self):
        self.__radd__(0)
        return 1

    def __eq__(self, other):
        return False


def plates(what):
    for i in range(3):
        yield Hungry(what)
    print('plates ends')
    yield 100


def close(generator):
    generator.close()


for what in next, close, list, lambda generator: generator.send('more'):
    source = plates(what)
    print(sum(source))
source = plates(next)
print(len(set(source)))


# The generator may ask for its own items, or fail.
def itself():
    yield 1
    try:
        yield sum(me)
    except ValueError as error:
        print(error)
    yield 2


me = itself()
print(sum(me))


def fails():
    yield 1
    raise KeyError('gone')


for take in sum, list, set, sorted, any, max:
    try:
        print(take(i for i in fails() if take is not any or not i))
    except KeyError as error:
        print(take.__name__, error)


def stops():
    yield 1
    next(iter(()))
    yield 2


try:
    list(stops())
except RuntimeError as error:
    print(error, repr(error.__cause__))

try:
    sum(word for word in ('a', 'b'))
except TypeError as error:
    print(error)


def refuse(item):
    raise LookupError(item)


try:
    sorted(numbers(3), key=refuse)
except LookupError as error:
    print(repr(error))


class Ends:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        print('end of', self.number)

    def __bool__(self):
        return self.number == 2


print(any(Ends(i) for i in range(5)))


def nested(n):
    if n:
        yield sum(nested(n - 1)) + 1
    else:
        yield 0


print(sum(nested(20)))


def endless():
    yield from (sum(endless()) for _ in range(1))


try:
    sum(endless())
except RecursionError as error:
    print('RecursionError')
