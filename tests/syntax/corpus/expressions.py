a or b or c and d and not e; not not a; a if b else c if d else e; (a if b else c) if d else e
a < b <= c == d != e > f >= g in h not in i is j is not k
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** c; ~a; +a; - - a; await_; (-1) ** 2; 2 ** -1; not a == b
(a); ((a)); (a).b; (a)(b); (a)[b]; (a) + b; (a + b) * c; (a, b).c; ((a) + (b)); (a) < (b); (a) and (b); (a) if (b) else (c)
(); (a,); (a, b); (a, b,); [], [a], [a, b,]; {}; {a}; {a, b,}; {a: b}; {a: b, **c, d: e,}; {**a}; {*a, b}; [*a, *b]; (*a, b)
a, b; a,; *a, b; *a,
lambda: 0; lambda a: a; lambda a, b=1, *c, d, e=2, **f: 0; lambda a, /, b, *, c: 0; lambda *a: 0; lambda **k: 0; lambda a=1, /, b=2: 0; lambda: (yield)
lambda x: lambda y: x, y
a.b.c; a[b]; a[b, c]; a[b:c]; a[:]; a[::]; a[b:]; a[:c]; a[b:c:d]; a[::d]; a[b:c, d]; a[*b]; a[*b, c]; a[b,]; a[...]; a[x := 1]; a[b][c]; a[lambda: 0]
f(); f(a); f(a, b); f(a, b=c); f(*a); f(**a); f(*a, b, *c, d=e, *f, **g, h=i, **j); f(a for b in c); f((a for b in c), d); f(a := 1); f(a, b,); f(a=b,); f(a)(b)(c); f(x, (y, z)); f(*a or b); f(**a or b)
[a for b in c]; [a for b in c if d if e for f in g]; {a for b in c}; {a: b for c in d}; (a for b in c); [a async for b in c]; [a for b, c in d]; [a for b, in c]; [a for *b, c in d]; [(a, b) for a in b]; [a for b in c or d]; [a for b.c in d]; [a for b[c] in d]; [a for (b, c) in d]; [a for [b, c] in d]; [x := 1 for y in z]; [lambda: a for a in b]
(a := 1); (a := b, c); [a := 1, b := 2]; {a := 1}; f(b := (c := 1)); (y := f(x), x)
x = yield_; a if (b := c) else d
