"""Runs the test programs: each must print under gilsim what it prints under the real Python.

    run_programs.py GILSIM [--programs FOLDER] [--notes FOLDER --expectations FILE] [--jobs N] [NAME…]

A test program is a plain Python file. Comment lines at its top say what differs from "print the same on standard output
and standard error, and end with the same exit status as CPython 3.11":

    # run: --python 3.9 -n 1     options for gilsim
    # args: a b                  arguments for the program
    # stdin: first\\nsecond\\n     its standard input (none by default)
    # exit: 3                    the exit status that both must end with
    # expect: any-order          lines may come in any order
    # stderr: ignore             standard error is not compared
    # stdout-contains: words     gilsim's standard output holds these words
    # stderr-contains: words     gilsim's standard error holds these words (then it is not compared)
    # not-python                 the real Python does not run it; the output stands at the file's end:
    # output:
    # one line
    # another line

Both name programs by their absolute paths, from which the folder is taken away; the lines of library modules and
addresses are each one's own and not compared.

Only failures are shown, each with a difference; the last line counts programs. A folder of programs from elsewhere (the
notes) has its expectations in one TOML file with the same keys, by file name.
"""
import argparse
import collections
import concurrent.futures
import difflib
import os
import re
import shlex
import signal
import subprocess
import sys
import tomllib

PYTHON = "/usr/bin/python3"
HANG_AFTER_S = 120  # a guard against a program that never ends, not an expectation
SKIPPED = 77  # what Meson takes for "skipped"
KEYS = {"run", "args", "stdin", "exit", "expect", "stderr", "stdout-contains", "stderr-contains", "not-python"}


class Expectation:
    """What a program's head comments, or its table in an expectations file, say."""

    def __init__(self):
        self.options = []
        self.arguments = []
        self.stdin = ""
        self.exit_status = None
        self.any_order = False
        self.compare_stderr = True
        self.stdout_contains = []
        self.stderr_contains = []
        self.run_by_python = True
        self.output = None

    def set(self, key, value):
        if key == "run":
            self.options = shlex.split(value)
        elif key == "args":
            self.arguments = shlex.split(value)
        elif key == "stdin":
            self.stdin = value.replace("\\n", "\n")
        elif key == "exit":
            self.exit_status = int(value)
        elif key == "expect" and value == "any-order":
            self.any_order = True
        elif key == "stderr" and value == "ignore":
            self.compare_stderr = False
        elif key == "stdout-contains":
            self.stdout_contains.append(value)
        elif key == "stderr-contains":
            self.stderr_contains.append(value)
            self.compare_stderr = False
        elif key == "not-python":
            self.run_by_python = False
        else:
            raise ValueError(f"unknown expectation: {key}: {value}")


def is_expectation(line):
    word = line[2:].split(":")[0].strip()
    return line.startswith("# ") and word in KEYS


def read_expectation(path):
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    expectation = Expectation()
    for line in lines:
        if not line.startswith("#"):
            break
        if is_expectation(line):
            key, _, value = line[2:].partition(":")
            expectation.set(key.strip(), value.strip())
    if "# output:" in lines:
        wanted = lines[lines.index("# output:") + 1:]
        expectation.output = "".join(line[2:] + "\n" for line in wanted if line.startswith("#"))
        expectation.run_by_python = False
    return expectation


def expectation_from_table(table):
    expectation = Expectation()
    for key, value in table.items():
        if key == "output":
            expectation.output = value
            expectation.run_by_python = False
        else:
            for one in value if isinstance(value, list) else [value]:
                expectation.set(key, str(one))
    return expectation


def forget_ignored_signals():
    """A program begins as from a terminal, also when the tests run in the background (nohup ignores SIGHUP)."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


Ended = collections.namedtuple("Ended", "stdout stderr exit_status")


def run(command, stdin, folder, hash_seed="0"):
    environment = dict(os.environ, LC_ALL="C.UTF-8", PYTHONDONTWRITEBYTECODE="1", PYTHONIOENCODING="utf-8",
                       PYTHONHASHSEED=hash_seed)
    for name in ("PYTHONPATH", "PYTHONSTARTUP", "PYTHONWARNINGS", "PYTHONUNBUFFERED"):
        environment.pop(name, None)
    try:
        done = subprocess.run(command, input=stdin.encode(), capture_output=True, cwd=folder, env=environment,
                              timeout=HANG_AFTER_S, preexec_fn=forget_ignored_signals)
    except subprocess.TimeoutExpired as late:
        return Ended(text(late.stdout or b""), f"still running after {HANG_AFTER_S} s\n", "hung")
    status = done.returncode if done.returncode >= 0 else 128 - done.returncode  # by a signal: as shells have it
    return Ended(text(done.stdout), text(done.stderr), status)


def text(data):
    return data.decode("utf-8", "backslashreplace")


ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")
LIBRARY_LINE = re.compile(r'(File "/usr/lib/python3\.11/[^"]*", line )\d+')


def comparable(ended, folder):
    """The same without what is not compared: the folder that a path begins with, line numbers in library modules,
    addresses."""
    stdout, stderr = (ADDRESS.sub("0xADDRESS", LIBRARY_LINE.sub(
        r"\1N", output.replace(os.path.join(os.path.abspath(folder), ""), ""))) for output in (ended.stdout, ended.stderr))
    return Ended(stdout, stderr, ended.exit_status)


def difference(title, wanted, got, who="gilsim"):
    lines = difflib.unified_diff(wanted.splitlines(), got.splitlines(), f"{title} expected", f"{title} of {who}",
                                 lineterm="", n=2)
    return list(lines)[:40]


def compare_output(expectation, wanted, got):
    if expectation.any_order:
        wanted, got = ("\n".join(sorted(output.splitlines())) for output in (wanted, got))
    return [] if wanted == got else difference("standard output", wanted, got)


def compare(expectation, wanted, got):
    """Lines that say what is wrong, none when all is well. wanted: how the real Python ended, if it ran."""
    complaints = []
    status = expectation.exit_status
    if wanted:
        if status is not None and wanted.exit_status != status:
            complaints.append(f"Python itself ended with exit status {wanted.exit_status}, not {status}")
        status = wanted.exit_status
    if got.exit_status != (status or 0):
        complaints.append(f"exit status {got.exit_status}, expected {status or 0}")
    if wanted or expectation.output is not None:
        complaints += compare_output(expectation, wanted.stdout if wanted else expectation.output, got.stdout)
    if wanted and expectation.compare_stderr and wanted.stderr != got.stderr:
        complaints += difference("standard error", wanted.stderr, got.stderr)
    for title, words_wanted, output in (("standard output", expectation.stdout_contains, got.stdout),
                                        ("standard error", expectation.stderr_contains, got.stderr)):
        complaints += [f"{title} does not say: {words}" for words in words_wanted if words not in output]
    if complaints and got.stderr and not any("standard error" in line for line in complaints):
        complaints += ["standard error of gilsim:"] + got.stderr.splitlines()[:20]
    return complaints


class Runner:
    def __init__(self, gilsim):
        self.gilsim = os.path.abspath(gilsim)
        self.python_is_oracle = python_version() == "3.11"

    def check(self, folder, name, expectation):
        """(name, complaints); complaints is None for a program that could not be judged here."""
        if expectation.run_by_python and not self.python_is_oracle:
            return name, None
        wanted = None
        if expectation.run_by_python:
            python = [PYTHON, "-s", name, *expectation.arguments]
            wanted = comparable(run(python, expectation.stdin, folder), folder)
        gilsim = [self.gilsim, "run", "-q", *expectation.options, name, *expectation.arguments]
        return name, compare(expectation, wanted, comparable(run(gilsim, expectation.stdin, folder), folder))


def python_version():
    try:
        done = subprocess.run([PYTHON, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
                              capture_output=True, text=True)
    except OSError:
        return None
    return done.stdout.strip()


def find_programs(folder):
    """Programs below a folder; a file whose name starts with an underscore is a module that others import."""
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("_"))
        for name in sorted(names):
            if name.endswith(".py") and not name.startswith("_"):
                yield os.path.relpath(os.path.join(path, name), folder)


def own_programs(folder):
    for name in find_programs(folder):
        yield folder, name, read_expectation(os.path.join(folder, name))


def notes_programs(folder, expectations):
    if not folder or not os.path.isdir(folder):
        print("the notes' programs are not here; skipped")
        sys.exit(SKIPPED)
    with open(expectations, "rb") as file:
        tables = tomllib.load(file)
    for name in find_programs(folder):
        yield folder, name, expectation_from_table(tables.get(name, {}))


def report(results):
    passed, skipped, failed = 0, 0, 0
    for name, complaints in results:
        if complaints is None:
            skipped += 1
        elif complaints:
            failed += 1
            print(f"--- {name}", *complaints, "", sep="\n")
        else:
            passed += 1
    if skipped:
        print(f"{skipped} skipped: {PYTHON} is not Python 3.11")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def main():
    options = argparse.ArgumentParser(description="Runs gilsim's test programs.")
    options.add_argument("gilsim")
    options.add_argument("--programs")
    options.add_argument("--notes")
    options.add_argument("--expectations")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("names", nargs="*", help="only programs whose path contains one of these")
    given = options.parse_intermixed_args()
    tasks = list(own_programs(given.programs)) if given.programs else []
    tasks += list(notes_programs(given.notes, given.expectations)) if given.expectations else []
    if given.names:
        tasks = [task for task in tasks if any(name in task[1] for name in given.names)]
    runner = Runner(given.gilsim)
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        return report(pool.map(lambda task: runner.check(*task), tasks))


if __name__ == "__main__":
    sys.exit(main())
