#!/usr/bin/env python3
"""What an object of each kind takes: host memory of gilsim and of Debian's python3, bytes an object.

    benchmarks/memory.py [--gilsim PATH] [--python /usr/bin/python3]

Each kind is made many times over and kept in one list; what the process needs more than with an empty list, divided by
their number. The list's own 8 bytes are counted on both sides.
"""
import argparse
import os
import subprocess
import sys
import tempfile

COUNT = 1_000_000
# kind: what makes one, from the number i
KINDS = {
    "int beyond 63 bits": "10**20 + i",
    "float": "i + 0.5",
    "str of 10 characters": "'%010d' % i",
    "str of 10 Chinese characters": "'线程进程协程并发执行'[:9] + chr(0x4e00 + i % 20000)",
    "bytes of 10": "b'%010d' % i",
    "tuple of 2": "(i, i)",
    "list of 3": "[i, i, i]",
    "dict of 1": "{i: i}",
    "set of 1": "{i}",
    "instance of 2 attributes": "Plain(i)",
    "instance with __slots__ of 2": "Slotted(i)",
    "bound method": "shared.get",
    "closure": "closure(i)",
    "generator, suspended": "started(i)",
    "exception": "ValueError(i)",
    "range iterator": "iter(range(i))",
    "Lock": "threading.Lock()",
    "Condition": "threading.Condition()",
    "Event": "threading.Event()",
}
PROGRAM = """
import threading
class Plain:
    def __init__(self, i): self.a = i; self.b = i
    def get(self): return self.a
class Slotted:
    __slots__ = 'a', 'b'
    def __init__(self, i): self.a = i; self.b = i
shared = Plain(0)
def closure(i):
    return lambda: i
def count(i):
    yield i
    yield i
def started(i):
    generator = count(i)
    next(generator)
    return generator
kept = [None] * {count}
for i in range({count}):
    kept[i] = {expression}
"""


def peak_bytes(command, program):
    """The most memory that a run of the program had at once."""
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(program)
        file.flush()
        process = subprocess.Popen([*command, file.name], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} could not run the program of a kind")
    return usage.ru_maxrss * 1024


def bytes_each(command, expression):
    empty = peak_bytes(command, PROGRAM.format(count=COUNT, expression="None"))
    return (peak_bytes(command, PROGRAM.format(count=COUNT, expression=expression)) - empty) / COUNT


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gilsim", default=os.path.join(here, "..", "build", "release", "app", "gilsim"))
    parser.add_argument("--python", default="/usr/bin/python3")
    given = parser.parse_args()
    print(f"{'ratio':>6}{'gilsim':>8}{'python':>8}  kind (bytes an object)")
    for kind, expression in KINDS.items():
        ours = bytes_each([given.gilsim, "run", "-q"], expression)
        theirs = bytes_each([given.python], expression)
        print(f"{ours / theirs if theirs > 1 else 0:6.2f}{ours:8.0f}{theirs:8.0f}  {kind}", flush=True)


if __name__ == "__main__":
    main()
