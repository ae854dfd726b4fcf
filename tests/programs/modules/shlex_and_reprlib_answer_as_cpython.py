import shlex, reprlib, random
from collections import deque
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
for s in ("a b", "a 'b c' d", 'x "y \\" z" w', "a\\ b", "'unclosed", "end\\", "", "''", "a'b'c", "# comment\nx", "a # b", "x;y&&z", "a\n\nb", "--opt=v -x", "~/f*.py", '"a\\nb"', "é ü"):
    for k in ({}, {'comments': True}, {'posix': False}): t(shlex.split, s, **k)
    t(lambda: list(shlex.shlex(s))); t(lambda: list(shlex.shlex(s, posix=True))); t(lambda: list(shlex.shlex(s, posix=True, punctuation_chars=True))); t(shlex.quote, s)
r = random.Random(3)
for i in range(400):
    s = ''.join(r.choice('ab \\\'"#;&\n|=') for _ in range(r.randrange(12)))
    t(shlex.split, s); t(shlex.split, s, True); t(lambda: list(shlex.shlex(s, punctuation_chars=True))); t(lambda: list(shlex.shlex(s, posix=True)))
t(shlex.join, ['a b', "c'd", 'e'])
for x in (list(range(20)), tuple(range(3)), (1,), set(range(9)), frozenset([1]), {i: i for i in range(9)}, 'x' * 100, 10**60, [[[[[[[[1]]]]]]]], deque(range(9)), set(), frozenset(), {}, object, ['a' * 50], {1: {2: {3: {4: {5: {6: {7: 8}}}}}}}): t(reprlib.repr, x)
class L(list):
    @reprlib.recursive_repr()
    def __repr__(self): return '<' + ', '.join(map(repr, self)) + '>'
l = L([1]); l.append(l); print(l, L.__repr__.__name__)
