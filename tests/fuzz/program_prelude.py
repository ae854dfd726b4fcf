import collections
import itertools
import math
import operator

ticks = 0


def tick():
    global ticks
    ticks += 1
    if ticks > 600:
        raise SystemExit("enough")


def cut(value):
    try:
        text = repr(value)
    except Exception as error:
        return type(error).__name__
    if len(text) <= 120:
        return value
    return value % 10**18 if isinstance(value, int) else value[:3] if isinstance(value, (str, list, tuple)) else 0


def show(*values, **named):
    tick()
    print(*(f"{type(value).__name__} {value!r:.500}" for value in values), *(f"{k}={v!r:.500}" for k, v in named.items()))


def caught(error):
    print("caught", type(error).__name__, *map(repr, error.args), str(error)[:500], sep=" | ")
    for other in (error.__cause__, error.__context__):
        print("  after", type(other).__name__, str(other)[:300])


def spread(a, b=1, *rest, c=2, **named):
    return a, b, rest, c, named


def numbers(count):
    for number in range(count):
        if (yield number) == "stop":
            return "stopped"
    return "done"


def drive(generator, value):
    show(next(generator))
    show(generator.send(value))
    try:
        show(generator.throw(ValueError(value)))
    except ValueError as error:
        caught(error)
    for item in itertools.islice(generator, 5):
        show(item)
    show(generator.close())


class OwnError(Exception):
    def __init__(self, what, code=0):
        super().__init__(what)
        self.code = code


class Manager:
    def __init__(self, value, swallow):
        self.value, self.swallow = value, swallow

    def __enter__(self):
        show("enter")
        return self.value

    def __exit__(self, kind, error, trace):
        show("exit", kind and kind.__name__)
        return self.swallow


class Base:
    kind = "base"

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r:.60})"

    def __add__(self, other):
        return type(self)(self.value + other)

    def __eq__(self, other):
        return isinstance(other, Base) and self.value == other.value

    def __hash__(self):
        return hash(self.value)

    def __lt__(self, other):
        return self.value < other.value if isinstance(other, Base) else NotImplemented

    def double(self):
        return self.value * 2

    def copy(self):
        return type(self)(self.value)

    @classmethod
    def made(cls, value):
        return cls(value)

    @property
    def name(self):
        return f"<{self.value!s:.20}>"


class Derived(Base):
    kind = "derived"

    def __len__(self):
        return self.value

    def __getitem__(self, index):
        return [self.value, index][index]

    def __radd__(self, other):
        return other

    def __neg__(self):
        return type(self)(-self.value)

    def __mul__(self, count):
        return type(self)(self.value * (count % 5))

    def __iadd__(self, other):
        self.value = cut([self.value, other])
        return self

    @property
    def name(self):
        return super().name.upper()

    @name.setter
    def name(self, name):
        self.value = name


class Odd:
    __match_args__ = ("value",)
    __hash__ = None

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Odd({self.value!r:.60})"

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return name

    def __bool__(self):
        return self.value

    def __contains__(self, item):
        return item

    def __iter__(self):
        yield self.value
        yield from self.value

    def __setitem__(self, key, value):
        show(key, value)

    def __invert__(self):
        return self.value

    def __matmul__(self, other):
        return NotImplemented


class Sealed:
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return "Sealed()"


class Mixed(Derived, Odd):
    def __delattr__(self, name):
        show("del", name)

    def __call__(self, *arguments, **named):
        return len(arguments), named


g1 = g2 = 0
i1, i2, i3 = 1, -7, 40
f1, f2 = 0.1, -2.5
s1, s2, s3 = "spam", "a b c", "Ünï"
l1, l2, l3 = [1, 2, 3], ["b", "a"], [1.5, "z", (1,)]
d1, d2 = {"a": 1}, {1: "one", "b": [2]}
e1, e2 = {1, 2, 3, 40}, {"x", "y"}
t1, t2 = (1, 2), ("a", 2.5)
o1, o2 = Base(3), Derived(4)
