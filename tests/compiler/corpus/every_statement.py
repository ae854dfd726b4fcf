"""doc"""
x: int = 3
@deco
@deco2(1)
def f(a, b=2, *, c: int=4) -> str:
    "docs"
    for i in (a,
              b): pass
    if a: return
    if a and b or c < b < d: return 3
    with a as b, c:
        pass
    try:
        d
    except (A, B) as e: g
    finally: h
    q = lambda x: x + 1
    z = [i for i in y for j in k if i
      if j]
    z = (i async for i in y)
    a.b.c(d)(k,
      w=3)
    a . b += 3
    while a: b
    (a
     .b
      .c(3))
    return (
      3)
@deco
class K(base, metaclass=3):
    "cdoc"
    a: int
    def f(self): return __class__
    def g():
        lambda: (yield)
del x, y[1]
assert a, b
import a.b.c as d, e.f
from x import y as z, w
match x:
  case [1, a, *b] | [a, b]: 
     pass
  case {'a': 3, **k} if k:
     pass
  case A(b, c=d) as e:
     pass
  case _:
     pass
for i in x:
  i
else: q
