# whatever happens to the names of a generator while it runs
import sys


def numbers():
    global source
    yield 1
    del source
    yield sys.getrefcount(sys._getframe)  > 0
    try:
        yield 3
    finally:
        print('numbers ends')


source = numbers()
for item in source:
    print(item)


def steps(n):
    global inner
    for i in range(n):
        if i == 2:
            try:
                next(inner)
            except ValueError as error:
                print(error)
            try:
                inner.close()
            except ValueError as error:
                print(error)
        yield i


def all_of(items):
    for item in items:
        yield item


inner = steps(4)
for item in all_of(inner):
    print(item)


def fails(n):
    for i in range(n):
        yield i
    raise KeyError('at the end')


def caught(items):
    try:
        for item in items:
            yield item
    except KeyError as error:
        yield repr(error)


print(list(all_of(caught(fails(2)))))


def left():
    try:
        for item in all_of(numbers_with_end()):
            if item == 1:
                return 'left'
    finally:
        print('left ends')


def numbers_with_end():
    try:
        yield 0
        yield 1
        yield 2
    finally:
        print('inner ends')


print(left())


def received():
    got = None
    while got != 'stop':
        got = yield got
        print('got', got)


waiting = received()
for item in waiting:
    print('for', item)
    try:
        print('send', waiting.send('stop'))
    except StopIteration:
        print('stopped')


def depth(n):
    if n:
        for item in depth(n - 1):
            yield item
    else:
        yield from 'ab'


print(list(depth(100)))
for first, second in (pair for pair in zip('ab', 'cd')):
    print(first, second)
