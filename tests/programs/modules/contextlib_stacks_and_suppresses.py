import contextlib
class R:
    def __init__(self, n): self.n = n
    def __enter__(self): print("in", self.n); return self.n
    def __exit__(self, *a): print("out", self.n, a[0] and a[0].__name__)
with contextlib.ExitStack() as stack:
    rs = [stack.enter_context(R(i)) for i in range(2)]
    stack.push(lambda *a: print("pushed", a[0].__name__) or True)
    raise ValueError
print(rs)
@contextlib.contextmanager
def timed(label):
    yield label
class Both(contextlib.ContextDecorator):
    def __enter__(self): print("before")
    def __exit__(self, *a): print("after")
@Both()
def f(x): return x * 2
print(f(4))
with contextlib.suppress(Exception), contextlib.closing(open("/dev/null")) as file:
    raise KeyError
print(file.closed, isinstance(R(1), contextlib.AbstractContextManager))
with contextlib.ExitStack() as s:
    s.callback(lambda: 1 / 0)
    with contextlib.suppress(ZeroDivisionError):
        s.close()
    print("closed")
try:
    with contextlib.ExitStack() as s:
        s.callback(lambda: {}["k"])
        raise ValueError("v")
except KeyError as error:
    print(repr(error), repr(error.__context__))
