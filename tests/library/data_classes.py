# dataclasses and copy.
import copy
import types
from dataclasses import *
from typing import ClassVar


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except Exception as error:
        print(repr(error))


@dataclass
class Point:
    x: int
    y: list = field(default_factory=list)
    z: ClassVar[int] = 3
    w: int = field(default=2, repr=False, compare=False)


p = Point(1)
print(p, p == Point(1), p != Point(2), p == 3, asdict(Point(1, [2])), astuple(p), Point.__match_args__, replace(p, x=5))
print(Point.__doc__, [f.name for f in fields(Point)], p.y is Point(1).y, p.w, Point.w, Point.__init__.__annotations__)
attempt(Point)
attempt(Point, 1, 2, 3, 4)
attempt(hash, p)
attempt(lambda: p < p)


@dataclass(order=True, frozen=True)
class Ordered:
    a: int
    b: InitVar[int] = 0

    def __post_init__(self, b):
        object.__setattr__(self, 'extra', b)


o = Ordered(1, 7)
print(o, o.extra, Ordered(1) < Ordered(2), Ordered(2) >= Ordered(1), hash(o) == hash(Ordered(1)), sorted([Ordered(2), Ordered(1)]))
attempt(setattr, o, 'a', 2)
attempt(setattr, o, 'q', 2)
attempt(delattr, o, 'a')
attempt(lambda: o < 3)


def wrong(body):
    try:
        exec('@dataclass\nclass Q:\n' + body, globals())
        print('fine')
    except Exception as error:
        print(repr(error))


wrong('  a: int = 1\n  b: int')
wrong('  a: list = []')
wrong('  a = field()')
wrong('  a: int = field(default=1, default_factory=int)')


@dataclass(slots=True, kw_only=True)
class Slotted:
    a: int
    b: int = 2


attempt(Slotted, 1)
print(Slotted(a=1), Slotted.__slots__, Slotted(a=1) == Slotted(a=1))
attempt(setattr, Slotted(a=1), 'q', 1)


@dataclass
class Child(Point):
    v: int = 9
    _: KW_ONLY
    k: int = 4

    def __post_init__(self):
        self.v += 1


print(Child(1), Child(1, [2], 3, 4, k=5), is_dataclass(Child), is_dataclass(3), is_dataclass(Child(1)))
print(make_dataclass('Made', ['x', ('y', int, field(default=4))])(1))


@dataclass
class Node:
    value: int
    next: 'Node' = None


n = Node(1)
n.next = n
print(n)
print(asdict(Node(1, Node(2))), fields(Node)[1].type, fields(Node)[0])


@dataclass(eq=False)
class Plain:
    a: int

    def __repr__(self):
        return 'mine'


print(Plain(1), Plain(1) == Plain(1))
attempt(dataclass(order=True, eq=False), type('T', (), {}))
attempt(asdict, 3)
attempt(fields, 3)
attempt(replace, Node(1), q=3)


class Custom:
    def __init__(self):
        self.a = [1]

    def __copy__(self):
        print('copying')
        return Custom()


class Slots:
    __slots__ = ('s',)


class State:
    def __init__(self):
        self.v = 1

    def __getstate__(self):
        return {'v': 2}

    def __setstate__(self, state):
        self.__dict__.update(state, set=True)


shared = [1]
original = {'a': shared, 'b': shared, 'c': (shared, 1), 'd': {1, 2}, 'e': Point(1, shared)}
deep = copy.deepcopy(original)
print(deep == original, deep['a'] is deep['b'], deep['a'] is shared, deep['c'][0] is deep['a'], deep['e'].y is deep['a'])
shallow = copy.copy(original)
print(shallow['a'] is shared, copy.copy((1,)), copy.copy([1]), copy.deepcopy((1, 2)) == (1, 2), copy.copy({1}))
copy.copy(Custom())
loop = []
loop.append(loop)
print(copy.deepcopy(loop))
s = Slots()
s.s = [1]
print(copy.copy(s).s is s.s, copy.deepcopy(s).s is s.s, copy.deepcopy(State()).__dict__, copy.deepcopy(len) is len)
import collections
print(copy.deepcopy(collections.deque([[1]])), copy.deepcopy(collections.OrderedDict(a=[1])), copy.copy(collections.Counter('aab')),
      copy.deepcopy(collections.defaultdict(list, a=[1])), copy.deepcopy(ValueError('x')), copy.deepcopy(bytearray(b'x')), copy.copy(range(3)))


class MyList(list):
    pass


m = MyList([1, [2]])
m.extra = 1
print(copy.deepcopy(m), copy.deepcopy(m).extra, type(copy.copy(m)).__name__)

ns = types.SimpleNamespace(a=1, b='x')
print(ns, ns == types.SimpleNamespace(a=1, b='x'), types.FunctionType.__name__, isinstance(attempt, types.FunctionType),
      isinstance(p.__init__, types.MethodType), types.NoneType, types.GeneratorType, types.MappingProxyType({'a': 1})['a'])
print(types.new_class('New', (Point,), {}, lambda body: body.update(q=1)).q, [getattr(types, name).__name__ for name in sorted(types.__all__)])
