# abc and collections.abc as programs see them.
import abc
import collections
import collections.abc
from abc import ABC, ABCMeta, abstractmethod


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except Exception as error:
        print(repr(error))


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self):
        pass

    @classmethod
    @abstractmethod
    def make(cls):
        pass


attempt(Shape)


class Half(Shape):
    def area(self):
        return super().area() + 1

    name = 'half'


attempt(Half)


class Square(Half):
    @classmethod
    def make(cls):
        return cls()


print(Square().area(), Square.make().name, sorted(Half.__abstractmethods__), isinstance(Square(), Shape))


class Virtual(metaclass=ABCMeta):
    pass


@Virtual.register
class Stranger:
    pass


class Child(Stranger):
    pass


print(isinstance(Stranger(), Virtual), issubclass(Child, Virtual), issubclass(int, Virtual))
Virtual.register(int)
print(issubclass(int, Virtual), isinstance(True, Virtual), isinstance('', Virtual))
attempt(Virtual.register, 3)
attempt(issubclass, 3, Virtual)


class Closer(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, 'close') else NotImplemented


class HasClose:
    def close(self):
        pass


print(issubclass(HasClose, Closer), issubclass(int, Closer))


async def coroutine():
    yield 1


def generator():
    yield 1


class Iterates:
    def __iter__(self):
        return iter(())


class Refuses:
    __hash__ = None
    __iter__ = None


samples = [1, 'x', b'x', [1], (1,), {1}, frozenset(), {}, {}.keys(), {}.items(), {}.values(), range(3), iter([]),
           generator(), coroutine(), len, Iterates(), Refuses(), collections.deque(), collections.Counter(),
           collections.ChainMap(), collections.UserList(), collections.OrderedDict(), bytearray(), object, None, map(str, [])]
for name in sorted(collections.abc.__all__):
    kind = getattr(collections.abc, name)
    print(name, kind.__module__, sorted(kind.__abstractmethods__), ''.join(str(int(isinstance(x, kind))) for x in samples))


class Bag(collections.abc.MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, x):
        if x not in self.items:
            self.items.append(x)

    def discard(self, x):
        if x in self.items:
            self.items.remove(x)

    def __repr__(self):
        return f'Bag({self.items})'


a, b = Bag([1, 2, 3]), Bag([2, 3, 4])
print(a & b, a | b, a - b, a ^ b, a <= b, a == Bag([3, 2, 1]), a.isdisjoint(b), {9} | a, a > Bag([1]))
a |= b
a -= {1}
a ^= {2, 7}
a &= [4, 7, 3]
print(a, a.pop(), len(a))
attempt(a.remove, 100)
a.clear()
attempt(a.pop)


class Keyed(collections.abc.MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


k = Keyed()
k.update(a=1, b=2)
k.update([('c', 3)])
print(list(k.items()), list(k.keys()), list(k.values()), k.get('z'), 'a' in k, k == {'a': 1, 'b': 2, 'c': 3}, k.pop('a'))
print(k.setdefault('q', 0), k.popitem(), ('q', 0) in k.items(), 0 in k.values(), k.keys() & {'b', 'x'}, k.pop('zz', 'dflt'))
attempt(k.pop, 'zz')


class Countdown(collections.abc.Sequence):
    def __getitem__(self, i):
        if not 0 <= i < 3:
            raise IndexError
        return 3 - i

    def __len__(self):
        return 3


s = Countdown()
print(list(s), list(reversed(s)), 2 in s, s.index(1), s.count(3))
attempt(s.index, 9)
print(collections.abc.Callable[[int], str], collections.abc.Callable[..., int], collections.abc.Iterable[int])
