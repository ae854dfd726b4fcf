# The same seed gives the same numbers as CPython's.
import random


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except Exception as error:
        print(repr(error))


for seed in (0, 1, -5, 10 ** 30, 2.5, 'text', b'bytes', bytearray(b'bytes'), '', True):
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(70), random.randint(1, 6), random.uniform(-1, 1))
r = random.Random(42)
items = list(range(10))
r.shuffle(items)
print(items, r.choice('abc'), r.choices([1, 2, 3], k=5), r.choices('xyz', weights=[1, 5, 2], k=6),
      r.choices('xyz', cum_weights=[1, 5, 9], k=3))
print(r.sample(range(1000), 5), r.sample(range(10), 8), r.sample('abc', k=4, counts=[2, 1, 3]), r.sample([], 0))
print(r.sample(range(10 ** 6), 60)[:5])
print(r.randrange(10), r.randrange(5, 10), r.randrange(0, 100, 7), r.randrange(10, 0, -3), r.randrange(10 ** 25))
for name, args in [('gauss', (0, 1)), ('gauss', (5, 2)), ('normalvariate', (0, 1)), ('lognormvariate', (0, 1)),
                   ('expovariate', (3,)), ('vonmisesvariate', (1, 4)), ('vonmisesvariate', (0, 0)),
                   ('gammavariate', (2, 3)), ('gammavariate', (1, 3)), ('gammavariate', (0.3, 3)),
                   ('betavariate', (2, 3)), ('paretovariate', (2,)), ('weibullvariate', (1, 2)),
                   ('triangular', ()), ('triangular', (1, 5, 2)), ('triangular', (1, 1, 1))]:
    print(name, args, [getattr(r, name)(*args) for _ in range(3)])
print(r.randbytes(7))
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], state[0], len(state[1]), state[2] is None)
r.seed('old', version=1)
print(r.random())

attempt(r.choice, [])
attempt(r.choice, {})
attempt(r.randrange, 0)
attempt(r.randrange, 5, 1)
attempt(r.randrange, 1, 5, 0)
attempt(r.randint, 5, 1)
attempt(r.randrange, 5, 1, 2)
attempt(r.randrange, 1, step=3)
attempt(r.sample, [1], 2)
attempt(r.sample, {1}, 1)
attempt(r.sample, [1], -1)
attempt(r.sample, [1, 2], counts=[1], k=1)
attempt(r.sample, [1, 2], counts=[1.5, 1], k=1)
attempt(r.choices, [1, 2], [1], k=1)
attempt(r.choices, [1, 2], [1, 2], cum_weights=[1, 2])
attempt(r.choices, [1, 2], [0, 0])
attempt(r.choices, [1, 2], 3)
attempt(r.choices, [1, 2], [float('inf'), 1])
attempt(r.seed, [1])
attempt(r.setstate, (9,))
attempt(r.gammavariate, -1, 0)
attempt(r.shuffle, [1], 3)


class Mine(random.Random):
    def random(self):
        return 0.25


m = Mine(1)
print(m.randint(1, 100), m.choice('abcd'), m.uniform(0, 8))
print(sorted(random.__all__), 0 <= random.SystemRandom().random() < 1, 1 <= random.SystemRandom().randint(1, 3) <= 3)
