# collections: named tuples, counters, chains, user classes.
import collections
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except Exception as error:
        print(repr(error))


P = namedtuple('Point', 'x y', defaults=[7])
p = P(1)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, P._field_defaults, P._make([8, 9]), P.__doc__, P.__module__)
print(p == (1, 7), hash(p) == hash((1, 7)), len(p), P.__match_args__, P.__new__.__qualname__, P.x.__doc__)
x, y = p
print(x, y, P(y=1, x=2), [*p])
attempt(P)
attempt(P, 1, 2, 3)
attempt(P, z=3)
attempt(p._replace, z=3)
attempt(P._make, [1])
attempt(setattr, p, 'x', 3)
for bad in (('1a', 'x'), ('P', 'x x'), ('P', '_x'), ('P', 'def'), ('P', 'x-y')):
    attempt(namedtuple, *bad)
attempt(namedtuple, 'P', 'x', defaults=[1, 2])
print(namedtuple('R', 'a def a _b', rename=True)._fields, namedtuple('One', ['only'])(1), namedtuple('None_', '')())


class Sub(namedtuple('Base', ['a', 'b'])):
    @property
    def total(self):
        return self.a + self.b


print(Sub(1, 2), Sub(1, 2).total)

c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], c.total(), list(Counter(a=2, b=1).elements()), c.most_common()[-1])
c.update('zzz')
c.subtract({'a': 10})
print(c, +c, -c)
print(Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3) & Counter(a=1, b=1),
      Counter(a=3) | Counter(b=2), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1))
c = Counter(a=1)
c += Counter(b=2)
c -= Counter(a=5)
c |= Counter(q=3)
c &= Counter(q=1, b=1)
print(c, Counter(), c.copy() == c, Counter({'x': 1}), isinstance(c, dict))
del c['nothing']
attempt(Counter.fromkeys, [1])

m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m, m['a'], m['b'], len(m), list(m), dict(m), 'b' in m, m.get('q', 0), m.parents, m.new_child({'z': 0}))
m['b'] = 9
print(m.maps, m.pop('b'), m | {'k': 1}, {'k': 1} | m, bool(ChainMap()))
attempt(lambda: m['none'])
attempt(m.pop, 'none')
attempt(m.__delitem__, 'b')
attempt(ChainMap().popitem)

d = UserDict(a=1)
d['b'] = 2
d.update({'c': 3}, d=4)
print(d, len(d), list(d.items()), d.get('q'), d.pop('a'), d.setdefault('e', 5), d | {'x': 1}, 'b' in d, d == {'b': 2}, d.copy())
attempt(lambda: d['none'])
l = UserList([3, 1, 2])
l.append(0)
l.sort()
print(l, l[1:], l + [9], [9] + l, l * 2, l == [0, 1, 2, 3], l.index(2), 3 in l, l.pop(), len(l), list(reversed(l)))
s = UserString('héllo')
print(s, s.upper(), type(s.upper()).__name__, s + '!', s[1], s.split('l'), s.find('l'), len(s), s == 'héllo', repr(s), s * 2)
print(s.join(['a', 'b']), s.encode(), s.startswith('h'))

dd = defaultdict(list)
dd['x'].append(1)
print(dd, dd['y'], defaultdict(int, a=1)['b'])
dq = deque([1, 2, 3], maxlen=3)
dq.append(4)
dq.appendleft(0)
dq.rotate(1)
print(dq, dq.maxlen, dq.popleft(), list(dq))
o = OrderedDict(a=1, b=2)
o.move_to_end('a')
print(o, o.popitem(last=False), list(o))
print(sorted(collections.__all__))
