import sys, types
class Pause:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return r
def run(coro, replies=()):
    "Drives a coroutine by hand and shows what it hands out."
    replies = list(replies)
    value = None
    while True:
        try:
            out = coro.send(value)
        except StopIteration as e:
            return e.value
        print('  out', out)
        value = replies.pop(0) if replies else None
async def counter(n):
    try:
        for i in range(n):
            got = await Pause(('pause', i))
            print('  reply', got)
            sent = yield i
            if sent is not None: print('  sent', sent)
    except ValueError as e:
        print('  caught', e)
        yield 'caught'
    finally:
        print('  finally')
async def use():
    async for x in counter(2): print(x)
    else: print('else')
    print([x async for x in counter(2) if x != 1], {x: y async for x in counter(1) async for y in counter(2)})
    print([y async for y in (x * 2 async for x in counter(2))])
    g = counter(5)
    print(await g.__anext__(), await g.asend('hello'), await g.athrow(ValueError('oops')))
    try: print(await g.asend(1))
    except StopAsyncIteration as e: print(repr(e))
    print(await anext(g, 'default'))
    try: await anext(g)
    except StopAsyncIteration as e: print(repr(e))
    g = counter(3)
    await anext(g)
    print(await g.aclose(), g.ag_frame, g.ag_running)
    h = counter(3)
    print(await h.aclose())
    try: await anext(h)
    except StopAsyncIteration as e: print(repr(e))
    step = counter(1).__anext__()
    print(await step)
    try: await step
    except RuntimeError as e: print(e)
    g = counter(1); c = g.aclose(); await c
    try: await c
    except RuntimeError as e: print(e)
    async def ignoring():
        try: yield 1
        finally: yield 2
    g = ignoring(); await anext(g)
    try: await g.aclose()
    except RuntimeError as e: print(e)
    async def stops():
        yield 1
        raise StopIteration
    try: print([x async for x in stops()])
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def stops():
        yield 1
        raise StopAsyncIteration
    try: print([x async for x in stops()])
    except RuntimeError as e: print(e, repr(e.__cause__))
    g = counter(3)
    first = g.__anext__(); second = g.__anext__()
    print(first.send(None))
    for f in second.send, g.aclose().send, g.athrow(KeyError).send:
        try: f(None)
        except RuntimeError as e: print(e)
    g2 = counter(3); first = g2.__anext__(); first.send(None)
    try: first.throw(KeyError('k'))
    except KeyError as e: print(repr(e))
print(run(use(), ['a', 'b']))
async def f(): return 3
c = f(); print(run(c))
try: c.send(None)
except RuntimeError as e: print(e)
c = f()
try: c.send(1)
except TypeError as e: print(e)
c.close()
async def outer(c): await c
async def sleeper(): await Pause(1)
s = sleeper(); a = outer(s); b = outer(s)
print(a.send(None))
try: b.send(None)
except RuntimeError as e: print(e)
a.close()
class D:
    def __await__(self): return f().__await__()
async def d(): return await D()
print(run(d()))
it = f().__await__()
print(type(it).__name__, iter(it) is it)
try: next(it)
except StopIteration as e: print(e.value)
print([type(x).__name__ for x in (counter(1), counter(1).__anext__(), counter(1).aclose())])
try: iter(counter(1))
except TypeError as e: print(e)
async def hooks():
    seen = []
    sys.set_asyncgen_hooks(firstiter=lambda g: seen.append(('first', g.__name__)), finalizer=lambda g: seen.append(('final', g.__name__)))
    print([h is None for h in sys.get_asyncgen_hooks()])
    g = counter(2)
    await anext(g)
    await anext(g)
    del g
    g = counter(0)
    async for x in g: pass
    del g
    print(seen)
    sys.set_asyncgen_hooks(None, None)
    print(sys.get_asyncgen_hooks())
run(hooks())
try: sys.set_asyncgen_hooks(3)
except TypeError as e: print(e)
import inspect
c = f(); print(inspect.getcoroutinestate(c), c.cr_frame is None, c.cr_origin); c.close(); print(inspect.getcoroutinestate(c), c.cr_frame)
print(inspect.isasyncgenfunction(counter), inspect.isasyncgen(counter(1)), inspect.isawaitable(counter(1).__anext__()))
import collections.abc as abc
print(isinstance(counter(1), abc.AsyncGenerator), isinstance(c, abc.Coroutine), isinstance(counter(1).__anext__(), abc.Awaitable))
