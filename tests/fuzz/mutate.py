#!/usr/bin/env python3
"""Feeds spoilt programs to gilsim, which must end by itself: refuse them, run them, or stop at a limit, never crash.

`mutate.py GILSIM FOLDER_OR_FILE… [--seeds A..B] [--seconds N]`: every seed takes one of the programs and spoils it."""
import argparse
import concurrent.futures
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

HANG_AFTER_S = 10
LIMITS = ["--max-steps", "200000", "--max-time", "2s", "--max-memory", "256MB"]
TOKEN = re.compile(rb"\w+|\s+|[^\w\s]")
SCRAPS = [b"\0", b"\xff\xfe", b"\xe4\xb8", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\x0c", b"\t", b"'''", b'f"{', b"\\",
          b"\\N{", b"lambda", b"yield", b"await ", b"async ", b"*", b"**", b":=", b"->", b"@", b"match x:", b"0x",
          b"1_", b"1e999", b"9" * 5000, b"(" * 300, b")" * 3, b"[" * 99, b"{", b"else:", b"finally:", b"except*:",
          b"del ", b"global x", b"nonlocal x", b"import ", b"from . import x", b"return", b"break", b"__class__", b"\n\t "]


def flip_bytes(source, chance):
    data = bytearray(source)
    for _ in range(chance.choice([1, 3, 20])):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def swap_tokens(source, chance):
    tokens = TOKEN.findall(source) or [b""]
    for _ in range(chance.choice([1, 2, 10])):
        a, b = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        tokens[a], tokens[b] = tokens[b], tokens[a]
    return b"".join(tokens)


def repeat_tokens(source, chance):
    tokens = TOKEN.findall(source) or [b""]
    at = chance.randrange(len(tokens))
    some = tokens[at:at + chance.choice([1, 2, 5])]
    return b"".join(tokens[:at] + some * chance.choice([2, 30, 3000]) + tokens[at:])


def leave_out(source, chance):
    tokens = TOKEN.findall(source) or [b""]
    at = chance.randrange(len(tokens))
    return b"".join(tokens[:at] + tokens[at + chance.choice([1, 2, 8]):])


def cut_off(source, chance):
    return source[:chance.randrange(len(source) + 1)]


def insert_scrap(source, chance):
    at = chance.randrange(len(source) + 1)
    return source[:at] + chance.choice(SCRAPS) + source[at:]


def nest_deeply(source, chance):
    count = chance.choice([50, 250, 2000, 100000])
    opening, closing = chance.choice([(b"(", b")"), (b"[", b"]"), (b"{1:", b"}"), (b"-", b""), (b"not ", b""), (b"a.", b"b"),
                                      (b"lambda:", b"1"), (b"f(", b")"), (b"x[", b"]"), (b"1+", b"1"), (b"a if b else ", b"c"),
                                      (b"await ", b"x"), (b"1**", b"1"), (b"*", b"a"), (b"f'{", b"}'"), (b"x=", b"1")])
    nested = opening * count + b"1" + closing * count
    return chance.choice([nested + b"\n" + source, source + b"\n" + nested + b"\n"])


def indent_deeply(source, chance):
    statement = chance.choice([b"if 1:", b"for x in y:", b"try:", b"with a:", b"def f():", b"class C:", b"while 1:"])
    lines = [b" " * depth + statement for depth in range(chance.choice([20, 101, 500]))]
    return b"\n".join(lines) + b"\n" + source


def lengthen_line(source, chance):
    piece = chance.choice([b"a", b" ", b"1", b"\xe4\xb8\xad", b"1,", b"a+", b"'x' ", b"#", b";", b"\\\n"])
    return piece * (10_000_000 // chance.choice([1, 50, 1000]) // len(piece)) + b"\n" + source


MUTATIONS = [flip_bytes, swap_tokens, repeat_tokens, leave_out, cut_off, insert_scrap, flip_bytes, swap_tokens, leave_out,
             insert_scrap, nest_deeply, indent_deeply, lengthen_line]
COSTLY = {nest_deeply, indent_deeply, lengthen_line}


def spoil(sources, seed):
    chance = random.Random(seed)
    source = chance.choice(sources)
    for _ in range(chance.choice([1, 1, 2, 4])):
        mutation = chance.choice(MUTATIONS)
        source = mutation(source, chance)
        if mutation in COSTLY:
            break
    return source


def read_sources(paths):
    files = []
    for path in paths:
        if os.path.isdir(path):
            files += [os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names
                      if name.endswith(".py")]
        else:
            files.append(path)
    return [open(file, "rb").read() for file in sorted(files)]


def complaint(gilsim, sources, seed, folder):
    """Nothing if the run ended in a proper way, else what happened; the program then stays in the folder."""
    path = os.path.join(folder, f"spoilt{seed}.py")
    with open(path, "wb") as file:
        file.write(spoil(sources, seed))
    try:
        done = subprocess.run([gilsim, "run", "-q", *LIMITS, path], capture_output=True, timeout=HANG_AFTER_S,
                              stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return f"still running after {HANG_AFTER_S} s"
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode < 0:
        return f"{signal.Signals(-done.returncode).name}\n{said[-1500:]}"
    if "Sanitizer" in said or "runtime error:" in said:
        return said[-6000:]
    os.remove(path)
    return None


def read_command_line():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gilsim")
    parser.add_argument("programs", nargs="+", help="folders or files of programs to spoil")
    parser.add_argument("--seeds", default="0..200", help="A..B: from A up to B, without B (default: %(default)s)")
    parser.add_argument("--seconds", type=float, help="begin no further run after so long")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", help="folder for the programs that went wrong (default: none is kept)")
    return parser.parse_args()


def main():
    arguments = read_command_line()
    first, _, end = arguments.seeds.partition("..")
    seeds = range(int(first), int(end))
    sources = read_sources(arguments.programs)
    stop_at = time.monotonic() + (arguments.seconds or float("inf"))
    wrong = runs = 0
    with tempfile.TemporaryDirectory() as own, concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        folder = arguments.keep or own
        gilsim = os.path.abspath(arguments.gilsim)

        def check(seed):
            return complaint(gilsim, sources, seed, folder) if time.monotonic() < stop_at else "not run"

        for seed, what in zip(seeds, pool.map(check, seeds)):
            runs += what != "not run"
            if what not in (None, "not run"):
                wrong += 1
                print(f"--- seed {seed}: {what}", flush=True)
    print(f"{runs} spoilt programs run, {wrong} went wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
