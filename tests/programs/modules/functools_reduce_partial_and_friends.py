import functools, operator
print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a * b, [], 10))
base2 = functools.partial(int, base=2)
print(base2("101"), base2.func, base2.keywords, functools.partial(base2, base=3)("10"),
      repr(functools.partial(print, 1, sep="-"))[:40])
@functools.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2))
print(sorted("bca", key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))))
@functools.singledispatch
def show(x): return "object"
@show.register
def _(x: int): return "int"
@show.register(list)
@show.register(tuple)
def _(x): return "sequence of " + ", ".join(map(show, x))
print(show(1), show([1, "a", (2,)]), show(True), show.dispatch(bool)(1), show.registry.keys() >= {int, list, object})
class C:
    @functools.cached_property
    def value(self):
        print("computed")
        return 5
    @functools.singledispatchmethod
    def m(self, x): return "m object"
    @m.register
    def _(self, x: str): return "m str"
    plus = functools.partialmethod(lambda self, a, b: a + b, 10)
c = C()
print(c.value, c.value, vars(c), c.m(1), c.m("s"), c.plus(5))
try:
    functools.reduce(operator.add, [])
except TypeError as error:
    print(error)
