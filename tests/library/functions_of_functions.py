# functools, operator-like uses.
import functools
import threading


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except Exception as error:
        print(repr(error))


def outer(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        "inner"
        return ('wrapped', f(*args, **kwargs))
    return inner


@outer
def plain(a: int, b=2) -> int:
    "Adds."
    return a + b


plain.mark = 1
print(plain(1), plain.__name__, plain.__doc__, plain.__qualname__, plain.__wrapped__(3), plain.__annotations__)
print(outer(plain).mark, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)

p = functools.partial(pow, 2)
print(p(5), p, p.func, p.args, p.keywords)
print(functools.partial(functools.partial(int, base=2), '101')(), functools.partial(print, 1, sep='-'))
attempt(functools.partial, 3)
attempt(functools.partial)
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(lambda a, b: a + b, [], 9))
attempt(functools.reduce, lambda a, b: a, [])
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))

calls = []


@functools.lru_cache(maxsize=2)
def square(n, *, plus=0):
    calls.append(n)
    return n * n + plus


print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls, square.cache_info(), square.cache_parameters())
print(square(1, plus=1), square.__name__, square.__wrapped__(4))
square.cache_clear()
print(square.cache_info(), square.cache_info().hits, square.cache_info()._fields)


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@functools.lru_cache(typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())
attempt(functools.lru_cache, 'x')
attempt(square, [])


class Lazy:
    count = 0

    @functools.cached_property
    def value(self):
        "doc"
        Lazy.count += 1
        return Lazy.count

    @functools.lru_cache(maxsize=None)
    def method(self, x):
        return x

    def three(self, a, b, c=0):
        return (a, b, c)

    half = functools.partialmethod(three, 1, c=5)


lazy = Lazy()
print(lazy.value, lazy.value, lazy.__dict__, Lazy.value.__doc__, Lazy().value, lazy.method(3), lazy.half(2))
print(Lazy.__dict__['half'])


class NoDict:
    __slots__ = ()
    x = functools.cached_property(lambda self: 1)


attempt(lambda: NoDict().x)
loose = functools.cached_property(lambda self: 1)
Lazy.loose = loose
attempt(lambda: lazy.loose)


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a <= Version(1), a >= Version(1), a > Version(1))
attempt(lambda: a >= 1)
for root in ('__le__', '__gt__', '__ge__'):
    cls = type('C', (), {'__init__': Version.__init__, '__eq__': lambda s, o: s.n == o.n,
                         root: lambda s, o, root=root: getattr(s.n, root)(o.n)})
    functools.total_ordering(cls)
    print(root, [(x < y, x <= y, x > y, x >= y) for x in (cls(1), cls(2)) for y in (cls(1), cls(2))])
attempt(functools.total_ordering, type('None_', (), {}))


@functools.singledispatch
def show(x):
    return 'object'


@show.register
def _(x: int):
    return 'int'


@show.register(list)
def show_list(x):
    return 'list'


@show.register
def _(x: float | complex):
    return 'number'


import collections.abc
show.register(collections.abc.Mapping, lambda x: 'mapping')
show.register(collections.abc.Sized, lambda x: 'sized')
print([show(x) for x in (1, True, [1], 'x', 1.0, 1j, {}, None, object())], show.dispatch(bool)(1), len(show.registry))
attempt(show)
attempt(show.register, 3)
attempt(show.register, lambda x: 1)


class Formatter:
    @functools.singledispatchmethod
    def form(self, x):
        return 'any'

    @form.register
    def _(self, x: int):
        return 'int'

    @form.register(str)
    def _(self, x):
        return 'str'


print([Formatter().form(x) for x in (1, 'a', 2.0)])
print(show.__name__, sorted(functools.__all__))
