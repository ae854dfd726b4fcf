from fractions import Fraction as F
import math, getopt, graphlib, fnmatch, random
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for a in (F(1, 3), F(-7, 2), F(4), F(0)):
    for b in (F(2, 5), F(-1, 2), 3, -2, 0, 0.5, 2j, True):
        for op in '+ - * / // % **'.split():
            t(lambda: eval(f'a {op} b')); t(lambda: eval(f'b {op} a'))
        for op in '< <= == != > >='.split(): t(lambda: eval(f'a {op} b'))
        t(lambda: divmod(a, b)); t(lambda: divmod(b, a))
    t(lambda: (repr(a), str(a), hash(a), int(a), math.floor(a), math.ceil(a), round(a), round(a, 1), round(a, -1), abs(a), -a, +a, bool(a), float(a), a.as_integer_ratio(), complex(a)))
for s in ('1/3', ' -7/2 ', '3.25', '1e3', '-.5e-2', '1_000/3', 'x', '1/0', '', '1/-2', '+5', '1.', '.5', '1_0.2_5e1_0', '1 / 2'): t(lambda: repr(F(s)))
for args in ((1.5,), (2, 4), (6, -4), (1, 0), (F(1, 2), F(3, 4)), (1.5, 2), (float('nan'),), (float('inf'),), (None,), ('1', 2), ()): t(lambda: repr(F(*args)))
t(lambda: F('3.1415926535897932').limit_denominator(1000)); t(lambda: F(math.pi).limit_denominator(10)); t(lambda: F(1, 3).limit_denominator(0))
t(lambda: F.from_float(.1)); t(lambda: F.from_float('x')); t(lambda: hash(F(1, 2)) == hash(.5)); t(lambda: sum([F(1, i) for i in range(1, 20)])); t(lambda: {F(1, 2): 1}[.5])
t(lambda: sorted([F(1, 2), .3, 2, F(-1, 3)])); t(lambda: F(1, 2) < 'x'); t(lambda: F(1, 2) + 'x')
for args in (['-a', '-b', 'v', 'x', '-c'], ['--long=3', '--fl', '--', '-x'], ['-x'], ['-b'], ['--nope'], ['--flag=1'], ['--long'], ['-abv', 'z'], []):
    t(lambda: getopt.getopt(args, 'ab:c', ['long=', 'flag'])); t(lambda: getopt.gnu_getopt(args, 'ab:c', ['long=', 'flag']))
ts = graphlib.TopologicalSorter({'D': {'B', 'C'}, 'C': ['A'], 'B': ['A']}); t(lambda: sorted(list(ts.static_order())[:1]))
def run(g):
    s = graphlib.TopologicalSorter(g); s.prepare(); out = []
    while s.is_active():
        n = s.get_ready(); out.append(n); s.done(*n)
    return out
t(lambda: run({3: [1, 2], 4: [3], 5: [], 2: [1]})); t(lambda: run({1: [2], 2: [3], 3: [1]})); t(lambda: run({1: [1]}))
s = graphlib.TopologicalSorter(); t(s.get_ready); t(s.is_active); s.add(1, 2); s.prepare(); t(lambda: s.add(3)); t(s.prepare); t(lambda: s.done(9)); t(lambda: s.done(1)); t(s.get_ready); t(lambda: s.done(2)); t(lambda: s.done(2))
for p in ('*.py', 'a?c', '[abc]x', '[!a]*', '[a-c]?', '[]]', '[!]]', '[', '[a', 'a*b*c', '**', '[--a]', '[z-a]', '[a-]', '[\\]', '[^a]', 'x.y', '[!', '[a-z-9]', '[[a]', '&|~[&&]', '?*?'):
    t(lambda: (p, fnmatch.translate(p), fnmatch.filter(['a.py', 'abc', 'ax', ']', '[', 'b-', 'x.y', 'xzy', '\\', '^', 'aXbYc', '-'], p)))
r = random.Random(1)
for i in range(300):
    g = {n: [r.randrange(8) for _ in range(r.randrange(3))] for n in range(r.randrange(8))}; t(lambda: run(g))
    p = ''.join(r.choice('ab[]!-^*?z') for _ in range(r.randrange(8))); t(lambda: (p, fnmatch.translate(p)))
