"""What statements cost, in nanoseconds, loop overhead removed: run it under gilsim (virtual time) and under a real Python.

    gilsim run -q --python 3.11 benchmarks/virtual_costs.py
"""
import threading
import time

STATEMENTS = [
    ('local x = x + 1', 'x = x + 1'),
    ('global n += 1', 'n += 1'),
    ('int(1)', 'int(1)'),
    ('call empty def', 'f()'),
    ('method call', 'o.method()'),
    ('o.v += 1', 'o.v += 1'),
    ('l.append(1)', 'l.append(1)'),
    ("d['k'] += 1", "d['k'] += 1"),
    ('len(l)', 'len(t)'),
    ('generator next', 'next(g)'),
    ('raise and except', 'try:\n            raise error\n        except ValueError:\n            pass'),
    ('lock acquire, release', 'lock.acquire(); lock.release()'),
    ('with lock', 'with lock:\n            pass'),
    ('with rlock', 'with rlock:\n            pass'),
]
TEMPLATE = '''
def measure(count, f, o, l, d, t, g, lock, rlock, error):
    {globals}
    x = 0
    start = perf_counter()
    for _ in range(count):
        {statement}
    return perf_counter() - start
'''


class Thing:
    v = 0

    def method(self):
        pass


def forever():
    while True:
        yield 1


def empty():
    pass


def time_of(statement, count=20_000, rounds=5):
    scope = {'perf_counter': time.perf_counter, 'n': 0}
    exec(TEMPLATE.format(statement=statement, globals='global n'), scope)
    best = min(scope['measure'](count, empty, Thing(), [], {'k': 0}, (1, 2), forever(), threading.Lock(), threading.RLock(),
                                ValueError()) for _ in range(rounds))
    return best / count * 1e9


turn = time_of('pass')
print(f'{"for-loop turn":24}{turn:6.0f}')
for name, statement in STATEMENTS:
    print(f'{name:24}{time_of(statement) - turn:6.0f}')
