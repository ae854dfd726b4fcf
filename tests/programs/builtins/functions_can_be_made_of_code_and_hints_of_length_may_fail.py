import types
def f(a, b=2, *, c=3): return a, b, c, g
g = 'global'
h = types.FunctionType(f.__code__, {'g': 'other'}, 'renamed', (5,), None)
def t(fn):
    try: print(fn())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: (h.__name__, h(1, c=4), h.__globals__['g']))
t(lambda: types.FunctionType(3, {}))
t(lambda: types.FunctionType(f.__code__, 3))
t(lambda: types.FunctionType(f.__code__))
def outer():
    x = 1
    def inner(): return x
    return inner
i = outer()
t(lambda: types.FunctionType(i.__code__, {}))
t(lambda: types.FunctionType(i.__code__, {}, closure=i.__closure__)())
t(lambda: f.__code__.replace(co_name='new').co_name)
t(lambda: f.__code__.replace(co_firstlineno=99).co_firstlineno)
t(lambda: f.__code__.replace(co_filename='x.py').co_filename)
t(lambda: f.__code__.replace(co_nope=1))
def k(): return 'one'
k.__code__ = k.__code__.replace(co_consts=(None, 'two'))
t(k)
class L:
    def __init__(self, hint): self.hint = hint
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self): return self.hint()
def bad(e):
    raise e
t(lambda: list(L(lambda: bad(ValueError('v'))))); t(lambda: list(L(lambda: bad(TypeError('t'))))); t(lambda: list(L(lambda: -1))); t(lambda: list(L(lambda: 'x'))); t(lambda: list(L(lambda: NotImplemented)))
class M:
    def __iter__(self): return iter([1, 2])
    def __len__(self): raise KeyError('k')
t(lambda: list(M())); t(lambda: [].extend(M())); t(lambda: tuple(M())); t(lambda: [*M()])
import operator
t(lambda: operator.length_hint(M(), 4)); t(lambda: operator.length_hint(L(lambda: bad(ValueError('v')))))
x: int = 3
y: 'str'
print(__annotations__)
import copy

print(copy.deepcopy(bytearray(b"abc")), copy.copy(bytearray(b"abc")))
