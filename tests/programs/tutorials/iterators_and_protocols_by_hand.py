import abc
import bisect
import collections
import copy
import functools
import itertools
import math
import operator
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar, runtime_checkable

T = TypeVar('T')


@functools.total_ordering
class Vector:
    __slots__ = ('_items',)

    def __init__(self, *items):
        self._items = tuple(items)

    def __repr__(self):
        return f'Vector{self._items}'

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, Vector) else NotImplemented

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __hash__(self):
        return hash(self._items)

    def __abs__(self):
        return math.hypot(*self._items)

    def __bool__(self):
        return any(self._items)

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*map(operator.add, self._items, other._items))

    def __mul__(self, factor):
        return Vector(*(item * factor for item in self._items)) if isinstance(factor, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(map(operator.mul, self, other))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return Vector(*self._items[index]) if isinstance(index, slice) else self._items[index]

    def __format__(self, form):
        return '(' + ', '.join(format(item, form) for item in self) + ')'

    def __getattr__(self, name):
        if len(name) == 1 and name in 'xyz' and 'xyz'.index(name) < len(self):
            return self['xyz'.index(name)]
        raise AttributeError(f'{type(self).__name__} has no {name!r}')


v, w = Vector(3, 4), Vector(1, -1)
print(v + w, v - w, 2 * v, v @ w, -v, abs(v), bool(Vector(0, 0)), v == Vector(3, 4), v > w, sorted([v, w]), v.x, v[::-1], f'{v:.1f}', len({v, Vector(3, 4)}))
for wrong in (lambda: v + 1, lambda: v.q, lambda: v * 'a', lambda: setattr(v, 'a', 1), lambda: v < 3):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Sorted(Sequence, Generic[T]):
    def __init__(self, items=(), key=None):
        self._key, self._items = key, sorted(items, key=key)

    def __getitem__(self, index):
        return self._items[index]

    def __len__(self):
        return len(self._items)

    def add(self, item):
        bisect.insort(self._items, item, key=self._key)
        return self

    def __contains__(self, item):
        place = bisect.bisect_left(self._items, self._key(item) if self._key else item, key=self._key)
        return place < len(self) and self._items[place] == item


numbers = Sorted[int]([5, 1, 3]).add(2).add(9)
print(list(numbers), 3 in numbers, 4 in numbers, numbers.index(5), numbers.count(1), list(reversed(numbers)), numbers[-1], isinstance(numbers, Sequence))
print(list(Sorted(['pear', 'fig', 'banana'], key=len).add('kiwi')))


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)

    def __reversed__(self):
        return iter(range(1, self.start + 1))


class CountdownIterator:
    def __init__(self, at):
        self.at = at

    def __iter__(self):
        return self

    def __next__(self):
        if self.at <= 0:
            raise StopIteration
        self.at -= 1
        return self.at + 1

    def __length_hint__(self):
        return self.at


countdown = Countdown(3)
print(list(countdown), list(countdown), list(reversed(countdown)), list(zip(countdown, countdown)), operator.length_hint(iter(countdown)), max(countdown))
first, *rest = countdown
print(first, rest, list(iter(iter([1, 2, 0, 3]).__next__, 0)), dict(enumerate('ab', 1)), *map(lambda a, b: a * b, countdown, 'xyz'))


@runtime_checkable
class Shape(Protocol):
    def area(self) -> float: ...


class Base(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...

    def describe(self):
        return f'{self.name}: {self.area():.2f}'


class Circle(Base):
    name = 'circle'

    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return math.pi * self.radius ** 2


class Square:
    def __init__(self, side):
        self.side = side

    @property
    def side(self):
        return self._side

    @side.setter
    def side(self, value):
        if value < 0:
            raise ValueError('negative')
        self._side = value

    @classmethod
    def of_area(cls, area):
        return cls(math.isqrt(area))

    @staticmethod
    def corners():
        return 4

    def area(self):
        return self.side ** 2


Base.register(Square)
print(Circle(1).describe(), isinstance(Square(2), Shape), isinstance(3, Shape), isinstance(Square(1), Base), Square.of_area(17).side, Square.corners())
for wrong in (lambda: Base(), lambda: Square(-1), lambda: Shape()):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)


class A:
    def who(self):
        return ['A']


class B(A):
    def who(self):
        return ['B'] + super().who()


class C(A):
    def who(self):
        return ['C'] + super().who()


class D(B, C):
    def who(self):
        return ['D'] + super().who()


print(D().who(), [cls.__name__ for cls in D.__mro__])
try:
    type('X', (A, B), {})
except TypeError as error:
    print(str(error).splitlines()[0])
original = {'list': [1, 2], 'vector': v}
shallow, deep = copy.copy(original), copy.deepcopy(original)
original['list'].append(3)
print(shallow['list'], deep['list'], deep['vector'] == v)
print([''.join(group) for _, group in itertools.groupby('aabccc')], list(itertools.starmap(pow, [(2, 3), (3, 2)])), list(itertools.takewhile(str.isdigit, '12a3')),
      list(itertools.batched('abcde', 2)) if hasattr(itertools, 'batched') else [*itertools.product('ab', repeat=2)][1], collections.Counter('hello')['l'])
