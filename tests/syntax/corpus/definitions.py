def f(): pass
def f(a): pass
def f(a, b=1, *c, d, e=2, **f) -> g: pass
def f(a, /): pass
def f(a, b=1, /, c=2, *, d=3, e): pass
def f(*, a): pass
def f(*a, b): pass
def f(**a): pass
def f(a, *, b, **c): pass
def f(a,): pass
def f(*a,): pass
def f(**a,): pass
def f(a: int, b: str = 'x', *args: int, c: d = e, **kwargs: f) -> None: pass
def f(*args: *Ts): pass
def f(*args: *Ts, a: b): pass
def f(a=lambda: 0, b=(1, 2)): pass
def f(a, /, *b): pass
def f(
    a,  # comment
    b=1,
    *,
    c,
):
    """Doc."""
    def g(): return a
    return g
async def f(): await a; await a.b(c); return await d
async def f():
    async for a in b: pass
    else: pass
    async with a as b, c: pass
    async with (a as b, c): pass
    [a async for b in c if await d]
    {a: b async for c in d for e in f}
    await a ** 2; -await a; await (a); await a[b] + c
    async def g(): yield
@a
def f(): pass
@a.b(c)
@d
@e if f else g
@(h := i)
@x[y].z
async def f(): pass
@a
class A: pass
class A(): pass
class A(B, C, metaclass=D, **kw): x: int = 1
class A(*bases): pass
class A:
    """Doc."""
    x = 1

    @property
    def y(self): return self.x

    class B: pass
class 动物(基类):
    def 叫(self, 声音="汪"): print(声音)
