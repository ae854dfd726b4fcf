import collections
import functools
import itertools


def coroutine(function):
    @functools.wraps(function)
    def start(*args, **kwargs):
        generator = function(*args, **kwargs)
        next(generator)
        return generator
    return start


@coroutine
def grep(pattern, target):
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        print('grep closes')
        target.close()


@coroutine
def printer():
    count = 0
    try:
        while True:
            print('line', (yield))
            count += 1
    finally:
        print('printed', count)


pipe = grep('py', printer())
for line in ('python', 'perl', 'pypy', 'ruby'):
    pipe.send(line)
pipe.close()


@coroutine
def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        if value is None:
            return total, count
        total, count = total + value, count + 1
        average = total / count


average = averager()
print([average.send(number) for number in (10, 20, 60)])
try:
    average.send(None)
except StopIteration as stop:
    print(stop.value)


def delegate():
    result = yield from averager.__wrapped__()
    print('inner returned', result)
    return result


outer = delegate()
next(outer)
print(outer.send(5), outer.send(7))
try:
    outer.send(None)
except StopIteration as stop:
    print(stop.value)


# A scheduler of generators, as in lectures on coroutines.
class Scheduler:
    def __init__(self):
        self.ready = collections.deque()
        self.log = []

    def spawn(self, name, task):
        self.ready.append((name, task))

    def run(self):
        while self.ready:
            name, task = self.ready.popleft()
            try:
                self.log.append((name, next(task)))
                self.ready.append((name, task))
            except StopIteration:
                self.log.append((name, 'done'))


def countdown(n):
    while n:
        yield n
        n -= 1


scheduler = Scheduler()
for name, n in zip('abc', (2, 3, 1)):
    scheduler.spawn(name, countdown(n))
scheduler.run()
print(scheduler.log)


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def primes():
    sieve = {}
    for n in itertools.count(2):
        prime = sieve.pop(n, None)
        if prime is None:
            yield n
            sieve[n * n] = n
        else:
            step = n + prime
            while step in sieve:
                step += prime
            sieve[step] = prime


print(list(flatten([1, [2, (3, [4, [5]])], [], 6])), list(itertools.islice(primes(), 12)))


def resilient():
    value = 0
    while True:
        try:
            value = yield value
        except ValueError as error:
            value = f'caught {error}'


generator = resilient()
print(next(generator), generator.send(1), generator.throw(ValueError('x')), generator.send(2))
print(generator.gi_frame is not None, generator.gi_running, generator.gi_yieldfrom)
try:
    generator.throw(KeyError, 'out')
except KeyError as error:
    print('KeyError', error, generator.gi_frame)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


generator = stubborn()
next(generator)
try:
    generator.close()
except RuntimeError as error:
    print(error)
try:
    (x for x in [1]).send(5)
except TypeError as error:
    print(error)


def leaks():
    yield 1
    raise StopIteration('inside')


try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))
print(sum(x * y for x in range(4) for y in range(x) if (x + y) % 2), max((len(w), w) for w in 'the quick brown fox'.split()))
