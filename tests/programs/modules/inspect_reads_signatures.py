import inspect
def f(a, b: int = 2, /, c=3, *args, d, e: "str" = "x", **kw) -> bool: "Doc."
s = inspect.signature(f)
print(s, list(s.parameters), s.return_annotation, s.parameters["b"].annotation, s.parameters["d"].kind,
      s.parameters["c"].default, s.parameters["a"].default is inspect.Parameter.empty)
bound = s.bind(1, 2, 3, 4, d=5, z=6)
print(bound.arguments, bound.args, bound.kwargs)
bound = s.bind(1, d=2)
bound.apply_defaults()
print(bound.arguments)
for args, kwargs in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2})):
    try:
        print(s.bind(*args, **kwargs))
    except TypeError as error:
        print(error)
class C:
    def __init__(self, x, y=1): pass
    def method(self, a): pass
    @classmethod
    def c(cls, b): pass
    @staticmethod
    def s(z): pass
print(inspect.signature(C), inspect.signature(C.method), inspect.signature(C(1).method), inspect.signature(C.c),
      inspect.signature(C.s), inspect.signature(lambda *a, k=1: 0))
import functools
print(inspect.signature(functools.partial(f, 1, d=5)))
@functools.wraps(f)
def wrapper(*a): pass
print(inspect.signature(wrapper), inspect.unwrap(wrapper) is f)
print(s.replace(return_annotation=int), inspect.getdoc(f), inspect.isfunction(f), inspect.ismethod(C(1).method),
      inspect.isclass(C), inspect.isgeneratorfunction(f), inspect.getmodule(f).__name__, inspect.iscoroutinefunction(f))
