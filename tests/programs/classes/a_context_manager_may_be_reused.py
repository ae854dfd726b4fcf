import contextlib
class Timer:
    depth = 0
    def __enter__(self):
        self.depth += 1
        return self.depth
    def __exit__(self, *details):
        self.depth -= 1
        return False
t = Timer()
with t as outer:
    with t as inner:
        print(outer, inner, t.depth)
print(t.depth)
with contextlib.suppress(ValueError, KeyError):
    raise KeyError
print("suppressed")
with contextlib.nullcontext(5) as n: print(n)
import io
with contextlib.redirect_stdout(io.StringIO()) as out:
    print("hidden")
print(repr(out.getvalue()))
class Closes:
    def close(self): print("closed")
with contextlib.closing(Closes()) as c: print(type(c).__name__)
with contextlib.ExitStack() as stack:
    for i in range(3):
        stack.callback(print, "callback", i)
    stack.enter_context(t)
    print(t.depth)
    kept = stack.pop_all()
print("nothing yet", t.depth)
kept.close()
print(t.depth)
