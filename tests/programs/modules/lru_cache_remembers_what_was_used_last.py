import functools

@functools.lru_cache(maxsize=3)
def f(x, y=0):
    print('f',x,y); return x*2
for a in [1,2,3,1,4,2,1]: f(a)
f(1,y=2); f(1,y=2); f(1.0)
print(f.cache_info()); f.cache_clear(); print(f.cache_info())
@functools.lru_cache(None)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info())
@functools.lru_cache(typed=True)
def g(x): return type(x).__name__
print(g(1),g(1.0),g(True),g.cache_info())
class C:
    @functools.lru_cache
    def m(self,x): print('m',x); return x
c=C(); c.m(1); c.m(1)
p=functools.partial(f,1); p.note='hi'; print(p.note)
