#!/usr/bin/env python3
"""Matches random regular expressions, valid and spoilt ones, under CPython 3.11 and gilsim and shows where they differ.

`compare_patterns.py GILSIM [--seeds A..B] [--count N]`; exits with 77 (skipped) where there is no CPython 3.11."""
import argparse
import os
import random
import subprocess
import sys
import tempfile

PYTHON = "/usr/bin/python3"
SKIPPED = 77
HANG_AFTER_S = 300

# One line a case, so that two outputs can be compared line by line.
PROGRAM = '''
import re
import warnings

warnings.simplefilter("error", FutureWarning)


def replaced(compiled, template, subject):
    try:
        return compiled.subn(template, subject)
    except (re.error, IndexError, TypeError) as e:
        return type(e).__name__, str(e)


def outcome(pattern, flags, subject, template):
    try:
        compiled = re.compile(pattern, flags)
    except re.error as e:
        return "error", e.msg, e.pos, e.lineno, e.colno
    except (ValueError, OverflowError, RecursionError, Warning) as e:
        return type(e).__name__, str(e)
    found = [compiled.groups, dict(compiled.groupindex), compiled.flags]
    for one in compiled.search(subject), compiled.match(subject, 1), compiled.fullmatch(subject), compiled.search(subject, 1, 4):
        found.append(one and (one.regs, one.lastindex, one.lastgroup))
    found.append([m.span() for m in compiled.finditer(subject)])
    found.append(compiled.findall(subject))
    found.append(compiled.split(subject, 3))
    found.append(replaced(compiled, template, subject))
    found.append(compiled.sub(lambda m: m[0] + m[0], subject, 2))
    return found


for number, case in enumerate(CASES):
    print(number, ascii(outcome(*case)))
'''


class Generator:
    """Patterns over few characters, so that subjects over the same match often."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.groups = 0     # opened so far
        self.closed = []    # numbers of closed groups

    def case(self):
        self.groups, self.closed = 0, []
        is_text = self.random.random() < 0.85
        self.alphabet = self.random.choice(["ab", "abc", "aAb_ 1", "ab\n", "aé1 "] + (["kKſs\u212a", "ab\u0251\U0001f600", "σςΣ"] if is_text else []))
        pattern = self.branches(self.random.choice([1, 2, 3]))
        if self.random.random() < 0.1:
            pattern = f"(?{self.random.choice('imsxa')})" + pattern
        if self.random.random() < 0.2:
            pattern = self.spoil(pattern)
        flags = self.random.choice([0, 0, 0, 2, 8, 16, 64, 256, 2 | 256, 2 | 8 | 16])
        subject = "".join(self.random.choice(self.alphabet) for _ in range(self.random.randrange(9)))
        template = self.template()
        if is_text:
            return pattern, flags, subject, template
        return pattern.encode("latin1", "replace"), flags & ~256, subject.encode("latin1", "replace"), template.encode("latin1", "replace")

    def template(self):
        pieces = ["<", ">", "x", r"\n", r"\\", r"\0", r"\061", r"\g<0>", "\n"] + [rf"\{n}" for n in self.closed] + [rf"\g<{n}>" for n in self.closed]
        if self.random.random() < 0.1:
            pieces += [r"\7", r"\g<g1>", r"\q", r"\g<", r"\g<x>", r"\g", "\\", r"\400", r"\.", "é", r"\g<-1>", r"\g<9>"]
        return "".join(self.random.choices(pieces, k=self.random.randrange(5)))

    def spoil(self, pattern):
        at = self.random.randrange(len(pattern) + 1)
        how = self.random.randrange(3)
        if how == 0:
            return pattern[:at] + pattern[at + 1:]
        if how == 1:
            return pattern[:at] + self.random.choice("()[]{}*+?|^$\\.-:#P<>=!1,axiL ") + pattern[at:]
        return pattern[:at]

    def branches(self, depth):
        return "|".join(self.sequence(depth) for _ in range(self.random.choice([1, 1, 1, 2, 3])))

    def sequence(self, depth):
        return "".join(self.item(depth) for _ in range(self.random.choice([0, 1, 1, 2, 2, 3])))

    def item(self, depth):
        atom, can_repeat = self.atom(depth)
        if can_repeat and self.random.random() < 0.4:
            # CPython 3.11.2 goes on behind a group that fails in a possessive repeat (gh-106052); PCRE2 goes on
            # after an empty turn of a group that is repeated up to so many times.
            only_characters = ["*+", "++", "?+", "{1,2}+", "{0,2}"] if len(atom) == 1 else []
            atom += self.random.choice(["*", "+", "?", "*?", "+?", "??", "{2}", "{1,}", "{,1}?", "{0}"] + only_characters)
        return atom

    def atom(self, depth):
        choice = self.random.random()
        if depth and choice < 0.35:
            return self.group(depth - 1)
        if choice < 0.42:
            return self.random.choice(["^", "$", r"\b", r"\B", r"\A", r"\Z"]), False
        if choice < 0.52:
            return self.character_set(), True
        if choice < 0.62:
            return self.random.choice([".", r"\d", r"\w", r"\s", r"\W", r"\S", r"\D"]), True
        if choice < 0.68 and self.closed:
            return f"\\{self.random.choice(self.closed)}", True
        if choice < 0.70 and self.closed:
            number = self.random.choice(self.closed)
            return f"(?({number}){self.sequence(0)}|{self.sequence(0)})", True
        return self.literal(), True

    def literal(self):
        character = self.random.choice(self.alphabet)
        if self.random.random() < 0.1:
            return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\U{ord(character):08x}"
        return "\\" + character if character in " \n" else character

    def character_set(self):
        items = self.random.sample(self.alphabet, self.random.randrange(1, len(self.alphabet) + 1))
        if self.random.random() < 0.3:
            items.append(self.random.choice([r"\d", r"\w", r"\s", r"\W", r"\S", "a-z", "A-b", "\xe0-\xff", r"\x00-\x20"]))
        return "[" + self.random.choice(["", "", "^"]) + "".join(items) + "]"

    def group(self, depth):
        kind = self.random.random()
        if kind < 0.45:
            self.groups += 1
            number = self.groups
            name = f"?P<g{number}>" if self.random.random() < 0.2 else ""
            inner = self.branches(depth)
            self.closed.append(number)
            return f"({name}{inner})", True
        if kind < 0.7:
            return f"(?:{self.branches(depth)})", True
        if kind < 0.78:
            return f"(?>{self.branches(depth)})", True
        if kind < 0.88:
            return f"(?{self.random.choice('=!')}{self.branches(depth)})", self.random.random() < 0.2
        if kind < 0.94:
            return f"(?<{self.random.choice('=!')}{self.sequence(0)})", False
        return f"(?{self.random.choice(['i', 's', 'm', 'a', 'i-s', '-i', 'x'])}:{self.branches(depth)})", True


def run(command, folder):
    environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8", LC_ALL="C.UTF-8")
    try:
        done = subprocess.run(command, capture_output=True, cwd=folder, env=environment, timeout=HANG_AFTER_S,
                              stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return ["hung"]
    return (done.stdout + done.stderr).decode("utf-8", "backslashreplace").splitlines()


def compare(gilsim, seed, count, folder):
    """How many of the seed's cases differ."""
    generator = Generator(seed)
    cases = [generator.case() for _ in range(count)]
    name = f"patterns{seed}.py"
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write("CASES = [\n" + "".join(f"    {case!a},\n" for case in cases) + "]\n" + PROGRAM)
    wanted, got = run([PYTHON, "-s", name], folder), run([gilsim, "run", "-q", name], folder)
    wanted, got = (lines + ["nothing"] * (count - len(lines)) for lines in (wanted, got))
    different = 0
    for case, one, other in zip(cases, wanted, got):
        if one != other:
            different += 1
            print(f"--- seed {seed}: {case!a}", f"CPython: {one}", f"gilsim:  {other}", sep="\n")
    return different


def read_command_line():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gilsim")
    parser.add_argument("--seeds", default="0..10", help="A..B: from A up to B, without B (default: %(default)s)")
    parser.add_argument("--count", type=int, default=1000, help="patterns a seed (default: %(default)s)")
    return parser.parse_args()


def main():
    arguments = read_command_line()
    if not os.path.exists(PYTHON) or sys.version_info < (3, 8):
        print(f"skipped: there is no {PYTHON}")
        return SKIPPED
    first, _, end = arguments.seeds.partition("..")
    with tempfile.TemporaryDirectory() as folder:
        different = sum(compare(os.path.abspath(arguments.gilsim), seed, arguments.count, folder)
                        for seed in range(int(first), int(end)))
    print(f"{arguments.count * (int(end) - int(first))} patterns compared, {different} differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
