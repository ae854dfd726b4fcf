a = 1; b = 2;
a = b = c; a, b = c; (a, b) = c; [a, b] = c; a.b = c; a[b] = c; *a, b = c; a, *b = c, *d; [a, *b] = c; (a) = 1; (a.b) = 1; a = *b, c; ((a, b), [c, *d]) = e; () = []; [] = ()
x = y = z, w
a: int; a: int = 1; (a): int = 1; a.b: int; a[b]: int = 2; a: int = yield_; a: x = 1, 2; a: x = *b, c; (a.b): int
a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a @= 1; a &= 1; a |= 1; a ^= 1; a <<= 1; a >>= 1; a **= 1; a.b += 1; a[b] += 1, 2; (a) += 1
del a; del a, b; del (a, b); del [a, b]; del a.b, c[d]; del a,; del (a); del (a), b; del ()
assert a; assert a, b
pass; import a; import a.b.c; import a as b, c.d as e, f
from a import b; from a.b import c as d, e; from . import a; from .. import a; from ... import a; from .... import a; from .a.b import c; from a import (b, c as d,); from a import *; from . import (a); from ..... import a; from .. a import b
global_ = 1
raise; raise a; raise a from b; raise a; x
def f():
    global a, b
    nonlocal c
    return
    return a
    return a, b
    return *a, b
    yield
    yield a
    yield a, b
    yield from a
    x = yield
    x = yield a, *b
    x += yield a
    x: int = yield a
    return (yield)
    (yield a); pass
    yield *a, b
    await_
while a: break
while a: continue
else: pass
if a: pass
elif b: pass
elif c:
    pass
    x = 1; y = 2;
else: pass
if (a := b): pass
while a := b: pass
for a in b: pass
for a, b in c: pass
for a, in b: pass
for (a, b) in c, d: pass
for *a, b in c: pass
for a.b in c: pass
for a[b] in c: pass
for a in *b, c: pass
else:
    pass
for x in 1, 2, 3,: pass
for [a, b] in c: pass
for x in lambda: a: pass
try: pass
except: pass
try: pass
except a: pass
except a as b: pass
except (a, b) as c: pass
except: pass
else: pass
finally: pass
try: pass
finally: pass
try:
    pass
except* a:
    pass
except* (b, c) as d:
    pass
else: pass
finally: pass
with a: pass
with a as b: pass
with a, b as c, d: pass
with (a): pass
with (a) as b: pass
with (a, b): pass
with (a, b) as c: pass
with (a as b): pass
with (a as b, c as d,): pass
with (a, b as c): pass
with (a), b: pass
with (a).b as c: pass
with (a, b), c: pass
with a as (b, c): pass
with a as [b, *c]: pass
with a as b.c, d as e[f]: pass
with (yield_): pass
with (a := b): pass
with (a for b in c): pass
with (): pass
with (a,): pass
with (*a, b): pass
with (a)(b) as c: pass
with ((a) as b): pass
with (a if b else c): pass
with (lambda: a): pass
