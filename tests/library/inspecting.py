"""inspect: kinds of objects, documentation, signatures."""

import functools
import inspect


def f(a, b=2, *args, c, d: int = 4, **kwargs) -> str:
    """First line.

        Indented.
    """


def g(a, b, /, c=3, *, d=None):
    pass


async def coroutine():
    pass


def generator():
    yield


class A:
    """Doc of A."""

    def __init__(self, x, y=1):
        self.x = x

    def method(self, z):
        pass

    @classmethod
    def of_class(cls, n):
        pass

    @staticmethod
    def static(s):
        pass

    def __call__(self, *values):
        pass


class B(A):
    pass


@functools.wraps(g)
def wrapped(*args, **kwargs):
    pass


for thing in (f, g, A, B, A.method, A(1).method, A.of_class, A.static, A(1), wrapped, lambda: 0, functools.partial(f, 1, c=3),
              functools.partial(g, 1, 2)):
    print(inspect.signature(thing))
print(inspect.signature(f).parameters['d'], inspect.signature(f).parameters['b'].default,
      inspect.signature(f).parameters['c'].default is inspect.Parameter.empty, inspect.signature(f).return_annotation)
print(repr(inspect.signature(g)), repr(inspect.signature(g).parameters['c']), inspect.signature(g).parameters['c'].kind)
print(repr(inspect.getdoc(f)), inspect.getdoc(B), inspect.getdoc(A.method))
for test in (inspect.isfunction, inspect.ismethod, inspect.isclass, inspect.isbuiltin, inspect.isroutine, inspect.ismodule,
             inspect.isgeneratorfunction, inspect.iscoroutinefunction):
    print(test.__name__, [test(x) for x in (f, A, A(1).method, len, inspect, generator, coroutine, 3, [].append)])
print(inspect.isgenerator(generator()), inspect.getmro(B) == (B, A, object))
bound = inspect.signature(f).bind(1, 2, 3, c=4, e=5)
print(bound.args, bound.kwargs, bound.arguments)
bound = inspect.signature(g).bind(1, 2)
bound.apply_defaults()
print(bound.arguments)
for wrong in ((), (1,), (1, 2, 3, 4)):
    try:
        inspect.signature(g).bind(*wrong)
    except TypeError as error:
        print(error)
try:
    inspect.signature(g).bind(1, 2, e=3)
except TypeError as error:
    print(error)
print([name for name, _ in inspect.getmembers(A, inspect.isfunction)], inspect.getfullargspec(f))
