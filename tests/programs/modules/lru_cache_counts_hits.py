import functools
@functools.lru_cache(maxsize=2)
def f(x, y=0):
    print("call", x, y)
    return x + y
print([f(1), f(2), f(1), f(3), f(2), f(1, y=0), f(1.0)], f.cache_info(), f.cache_parameters())
f.cache_clear()
print(f.cache_info(), f.__wrapped__(1), f.__name__)
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100), fib.cache_info())
@functools.lru_cache(typed=True, maxsize=None)
def t(x): return type(x).__name__
print(t(1), t(1.0), t(True), t.cache_info().currsize)
try:
    f([])
except TypeError as error:
    print(error)
class C:
    @functools.lru_cache
    def method(self, x): return x * 2
print(C().method(2), C.method.cache_info().misses)
