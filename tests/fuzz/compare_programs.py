#!/usr/bin/env python3
"""Runs random programs under CPython 3.11 and gilsim and shows where they differ, in a program made small.

`compare_programs.py GILSIM [--seeds A..B] [--seconds N]`; exits with 77 (skipped) where there is no CPython 3.11."""
import argparse
import concurrent.futures
import difflib
import os
import re
import subprocess
import sys
import tempfile
import time
import warnings

from generate_program import generate

PYTHON = "/usr/bin/python3"
SKIPPED = 77
HANG_AFTER_S = 20
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


def run(command, folder):
    """(stdout, exit status, last line of stderr), without addresses."""
    environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8", LC_ALL="C.UTF-8")
    try:
        done = subprocess.run(command, capture_output=True, cwd=folder, env=environment, timeout=HANG_AFTER_S,
                              stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return "", "hung", ""
    stdout, stderr = (ADDRESS.sub("0x", output.decode("utf-8", "backslashreplace"))
                      for output in (done.stdout, done.stderr))
    return stdout, done.returncode, (stderr.splitlines() or [""])[-1]


class Comparison:
    def __init__(self, gilsim, folder):
        self.gilsim = os.path.abspath(gilsim)
        self.folder = folder

    def run_both(self, parts, name):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write("\n".join(parts))
        return (run([PYTHON, "-s", name], self.folder),
                run([self.gilsim, "run", "-q", name], self.folder))

    def differs(self, parts, name):
        wanted, got = self.run_both(parts, name)
        return wanted != got

    def check(self, seed):
        """Nothing when both agree, else the smallest part of the program that still differs."""
        name = f"program{seed}.py"
        parts = generate(seed)
        return self.minimise(parts, name) if self.differs(parts, name) else None

    def minimise(self, parts, name):
        """Leaves out sections, then lines with what is indented below them, while the difference stays."""
        prelude, *sections = parts
        sections = self.shorten(sections, lambda some: self.differs([prelude, *some], name), one_of)
        lines = "\n".join(sections).splitlines()
        lines = self.shorten(lines, lambda some: is_program(some) and self.differs([prelude, *some], name), with_below)
        return prelude, lines, *self.run_both([prelude, *lines], name)

    @staticmethod
    def shorten(pieces, still_differs, group):
        at = len(pieces) - 1
        while at >= 0:
            for end in {group(pieces, at), at + 1}:
                without = pieces[:at] + pieces[end:]
                if still_differs(without):
                    pieces = without
                    break
            at -= 1
        return pieces


def one_of(_, at):
    return at + 1


def with_below(lines, at):
    """The end of the block that begins at a line."""
    end = at + 1
    while end < len(lines) and depth(lines[end]) > depth(lines[at]):
        end += 1
    return end


def depth(line):
    return len(line) - len(line.lstrip(" "))


def is_program(lines):
    try:
        compile("\n".join(lines), "program", "exec")
    except SyntaxError:
        return False
    return True


def report(seed, small):
    _, lines, wanted, got = small
    print(f"--- seed {seed}: CPython and gilsim differ in")
    print("\n".join(lines))
    print("---")
    for title, one, other in zip(("stdout", "exit status", "last line of stderr"), wanted, got):
        if one != other:
            changes = difflib.unified_diff(str(one).splitlines(), str(other).splitlines(), f"{title} of CPython",
                                           f"{title} of gilsim", lineterm="", n=1)
            print("\n".join(list(changes)[:12]))
    sys.stdout.flush()


def python_version():
    try:
        done = subprocess.run([PYTHON, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True)
    except OSError:
        return ""
    return done.stdout.decode().strip()


def read_command_line():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gilsim")
    parser.add_argument("--seeds", default="0..100", help="A..B: from A up to B, without B (default: %(default)s)")
    parser.add_argument("--seconds", type=float, help="begin no further program after so long")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    return parser.parse_args()


def main():
    arguments = read_command_line()
    if python_version() != "3 11":
        print(f"skipped: {PYTHON} is not CPython 3.11")
        return SKIPPED
    warnings.simplefilter("ignore")  # of what the random programs look like
    first, _, end = arguments.seeds.partition("..")
    stop_at = time.monotonic() + (arguments.seconds or float("inf"))
    compared = different = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        comparison = Comparison(arguments.gilsim, folder)
        late = object()
        check = lambda seed: comparison.check(seed) if time.monotonic() < stop_at else late
        seeds = range(int(first), int(end))
        for seed, small in zip(seeds, pool.map(check, seeds)):
            compared += small is not late
            if small not in (None, late):
                different += 1
                report(seed, small)
    print(f"{compared} programs compared, {different} differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
