"""What operations cost in virtual time, beside what they take in CPython 3.11: costs_test.py GILSIM.

The model is right when it is within a factor of 1.5: other machines, and other hours of the same one, differ by as much.
"""
import json
import os
import subprocess
import sys
import unittest

GILSIM = os.path.abspath(sys.argv.pop(1))
BENCHMARKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "benchmarks")
FACTOR = 1.5

# Microseconds on the reference machine, of a build without PGO; the last ones on a machine as fast as two thirds of it, times 1.5.
REFERENCE = {
    "Semaphore": 3.9, "queue.Queue": 4.6, "int(1)": .068, "with lock": .244,
    "an instance": .083, "with __init__": .14, "a namedtuple": .33, "range(10)": .081, "'%s' % 1": .1, "'{}'.format(1)": .15,
    "max(1, 2)": .14, "__getattr__": .52,
}
PROGRAM = """
import json, queue, threading, time
from collections import namedtuple

class Empty: pass

class Initialized:
    def __init__(self): self.x = 1

class Fallback:
    def __getattr__(self, name): return name

Four = namedtuple('Four', 'a b c d')
lock, semaphore, items, fallback = threading.Lock(), threading.Semaphore(), queue.Queue(), Fallback()

def nanoseconds(statement):
    scope = dict(globals())
    exec('def run():\\n    start = time.perf_counter()\\n    for _ in range(2000):\\n        ' + statement + '\\n    return time.perf_counter() - start', scope)
    return min(scope['run']() for _ in range(3)) / 2000 * 1e6

STATEMENTS = {
    'Semaphore': 'semaphore.acquire(); semaphore.release()', 'queue.Queue': 'items.put(1); items.get()', 'int(1)': 'int(1)',
    'with lock': 'with lock: pass', 'an instance': 'Empty()', 'with __init__': 'Initialized()', 'a namedtuple': 'Four(1, 2, 3, 4)',
    'range(10)': 'range(10)', "'%s' % 1": "x = 1; '%s' % x", "'{}'.format(1)": "'{}'.format(1)", 'max(1, 2)': 'max(1, 2)',
    '__getattr__': 'fallback.missing',
}
turn = nanoseconds('pass')
print(json.dumps({name: nanoseconds(statement) - turn for name, statement in STATEMENTS.items()}))
"""


def run(*arguments, **options):
    return subprocess.run([GILSIM, "run", "-q", "--python", "3.11", *arguments], check=True, capture_output=True, encoding="utf-8",
                          **options).stdout


class CostsTest(unittest.TestCase):
    def test_statements(self):
        for name, microseconds in json.loads(run("-", input=PROGRAM)).items():
            with self.subTest(name):
                ratio = microseconds / REFERENCE[name]
                self.assertTrue(1 / FACTOR <= ratio <= FACTOR, f"{microseconds:.3f} us, {ratio:.2f} times as long as CPython")

    def test_processes_and_pools(self):
        for seed in range(3):
            lines = run("--seed", str(seed), os.path.join(BENCHMARKS, "process_costs.py")).splitlines()
            self.assertGreater(len(lines), 15)
            self.assertEqual([line for line in lines if line.endswith("!")], [])


if __name__ == "__main__":
    unittest.main()
