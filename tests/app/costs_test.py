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

# Microseconds and the statement. The first four figures are of the machine of docs/costs.md; the others, of CPython 3.11 without
# PGO on a quiet machine, are times 1.5, because that one is so much slower.
STATEMENTS = {
    "Semaphore": (3.9, "semaphore.acquire(); semaphore.release()"),
    "queue.Queue": (4.6, "items.put(1); items.get()"),
    "int(1)": (.068, "int(1)"),
    "with lock": (.244, "with lock: pass"),
    "an instance": (.083, "Empty()"),
    "with __init__": (.14, "Initialized()"),
    "a namedtuple": (.33, "Four(1, 2, 3, 4)"),
    "range": (.081, "range(10)"),
    "%": (.1, "x = 1; '%s' % x"),
    "format": (.15, "'{}'.format(1)"),
    "max": (.14, "max(1, 2)"),
    "__getattr__": (.52, "fallback.missing"),
}
PROCESSES = {
    "python -c pass", "fork, _exit, waitpid", "start and join, fork", "start and join, spawn", "start and join, forkserver",
    "Pipe round trip", "Queue round trip", "Value, with its lock", "Pool(2), close, join", "Pool.apply",
    "Pool.map, an item, chunks of 1", "Pool.map, an item", "ThreadPoolExecutor.submit, result",
}
PROGRAM = """
import json, queue, sys, threading, time
from collections import namedtuple

class Empty: pass

class Initialized:
    def __init__(self): self.x = 1

class Fallback:
    def __getattr__(self, name): return name

Four = namedtuple('Four', 'a b c d')
lock, semaphore, items, fallback = threading.Lock(), threading.Semaphore(), queue.Queue(), Fallback()
MEASURE = '''
def measure(count):
    start = time.perf_counter()
    for _ in range(count):
        STATEMENT
    return (time.perf_counter() - start) / count * 1e6
'''

def microseconds(statement):
    scope = dict(globals())
    exec(MEASURE.replace('STATEMENT', statement), scope)
    return min(scope['measure'](2000) for _ in range(3))

turn = microseconds('pass')
print(json.dumps([microseconds(statement) - turn for statement in json.loads(sys.argv[1])]))
"""


def run(*arguments, **options):
    return subprocess.run([GILSIM, "run", "-q", "--python", "3.11", *arguments], check=True, capture_output=True, encoding="utf-8",
                          **options).stdout


class CostsTest(unittest.TestCase):
    def test_statements(self):
        statements = json.dumps([statement for _, statement in STATEMENTS.values()])
        measured = json.loads(run("-", statements, input=PROGRAM))
        for (name, (reference, _)), microseconds in zip(STATEMENTS.items(), measured, strict=True):
            with self.subTest(name):
                ratio = microseconds / reference
                self.assertTrue(1 / FACTOR <= ratio <= FACTOR, f"{microseconds:.3f} us, {ratio:.2f} times as long as CPython")

    def test_processes_and_pools(self):
        for seed in range(3):
            lines = run("--seed", str(seed), os.path.join(BENCHMARKS, "process_costs.py")).splitlines()[1:]
            # Those with a figure of CPython's end in a ratio, which is marked where it is too far from 1.
            compared = {line[:34].rstrip(): line for line in lines if line[34:48].strip()}
            self.assertEqual(set(compared), PROCESSES)
            self.assertEqual([line for line in compared.values() if line.endswith("!")], [])


if __name__ == "__main__":
    unittest.main()
