match x:
    case 1: pass
    case -1: pass
    case 1.5 | -2.5: pass
    case 1 + 2j: pass
    case -1 - 2j: pass
    case 3j: pass
    case 'a' 'b': pass
    case b'a': pass
    case None | True | False: pass
    case a: pass
match (x):
    case _: pass
match x, y:
    case a, b: pass
    case a,: pass
    case *a, b: pass
    case a, *_: pass
    case *_,: pass
match x,:
    case (a, b): pass
    case [a, b, *c]: pass
    case []: pass
    case (): pass
    case (a): pass
    case (a,): pass
    case [a]: pass
    case (1 | 2): pass
    case ((a)): pass
match *x, y:
    case {}: pass
    case {'a': b}: pass
    case {'a': 1, -1: c, None: d, a.b: e, **rest}: pass
    case {**rest}: pass
    case {'a': b,}: pass
    case {1 + 2j: x}: pass
match f(x):
    case A(): pass
    case A(a): pass
    case A(a, b=c): pass
    case a.b.C(d=1, e=_): pass
    case A(b,): pass
    case A(b=1,): pass
    case a.b: pass
    case a.b.c | d.e: pass
match [x]:
    case A(B(c) as d, e=[f, *g]) as h if h > 1: pass
    case (a | b) as c: pass
    case 1 as a: pass
    case a if (b := c): pass
    case str() | int(): pass
    case _ if x: pass
match -x:
    case match: pass
    case case: pass
match not x:
    case x: pass
match x if y else z:
    case x: pass
match lambda: x:
    case x: pass
match {x: y}:
    case x:
        pass
        match y:
            case 1:
                pass
match = 1
match.x = 2
match[x] = 3
match(x)
match, case = 1, 2
match: int = 1
match * x
match - x
match (x), y
match [x], y
match = case = _ = 1
print(match, case, _)
case = 1
case(x)
_ = 1
match x:
    case {"a": [1, {"b": c}]}: pass
match x := y:
    case 1: pass
