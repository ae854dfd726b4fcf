"""Runs the programs of tests/differences: each must differ from the real Python in the way that it states.

    run_differences.py GILSIM FOLDER [NAME…]

The head of such a program says what differs, for docs/differences.md (scripts/list_differences.py); a line that begins with
three spaces goes on with the one above:

    # gilsim: what gilsim does
    # cpython: what CPython 3.11 does
    # why: the reason
    # run: -n 1          options for gilsim
    # exit: 3            the exit status under gilsim
    # cpython-exit: 1    the exit status under CPython
    # runs: 2            each runs it twice; what is compared is the last time
    # cpython-hangs      the real Python does not run it

What each prints on standard output stands at the file's end:

    # gilsim prints:
    # one line
    # cpython prints:
    # another line
"""
import concurrent.futures
import os
import shlex
import sys

import run_programs

KEYS = ("gilsim", "cpython", "why", "run", "exit", "cpython-exit", "runs", "cpython-hangs")
GILSIM_PRINTS, CPYTHON_PRINTS = "# gilsim prints:", "# cpython prints:"


class Difference:
    """What a program says of itself: `said` by key, and the two outputs (None: it is not run)."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
        self.said = read_head(path, lines)
        self.of_gilsim = self.of_cpython = None
        if GILSIM_PRINTS in lines:
            self.of_gilsim, self.of_cpython = read_outputs(lines[lines.index(GILSIM_PRINTS) + 1:])

    @property
    def exit_status(self):
        return int(self.said.get("exit", 0))

    @property
    def exit_status_of_cpython(self):
        return int(self.said.get("cpython-exit", 0))

    @property
    def cpython_hangs(self):
        return "cpython-hangs" in self.said

    def mistakes(self):
        """What the program fails to say."""
        for key in ("gilsim", "cpython", "why"):
            if not self.said.get(key):
                yield f"its head has no line '# {key}: …'"
        if self.of_gilsim is None or (self.of_cpython is None) != self.cpython_hangs:
            yield f"it must end with '{GILSIM_PRINTS}' and, unless CPython hangs, '{CPYTHON_PRINTS}'"
        elif self.of_gilsim == self.of_cpython and self.exit_status == self.exit_status_of_cpython:
            yield "both are said to print the same"


def read_head(path, lines):
    said, key = {}, None
    for line in lines:
        if line.startswith("#   ") and key:
            said[key] += " " + line[4:].strip()
        elif line.startswith("# ") and line[2:].partition(":")[0] in KEYS:
            key, _, value = line[2:].partition(":")
            said[key] = value.strip()
        elif line.startswith("#"):
            raise ValueError(f"{path}: not understood: {line}")
        else:
            break
    return said


def read_outputs(lines):
    end = lines.index(CPYTHON_PRINTS) if CPYTHON_PRINTS in lines else len(lines)
    parts = lines[:end], lines[end + 1:]
    outputs = ["".join(line[2:] + "\n" for line in part) for part in parts]
    return outputs[0], outputs[1] if end < len(lines) else None


class Runner:
    def __init__(self, gilsim):
        self.gilsim = os.path.abspath(gilsim)
        self.python_is_oracle = run_programs.python_version() == "3.11"

    def check(self, folder, name):
        """(name, complaints)"""
        difference = Difference(os.path.join(folder, name))
        complaints = list(difference.mistakes())
        if complaints:
            return name, complaints
        options = shlex.split(difference.said.get("run", ""))
        complaints += self.compare(difference, "gilsim", [self.gilsim, "run", "-q", *options, name], folder,
                                   run_programs.Ended(difference.of_gilsim, "", difference.exit_status))
        if self.python_is_oracle and not difference.cpython_hangs:
            complaints += self.compare(difference, "Python", [run_programs.PYTHON, "-s", name], folder,
                                       run_programs.Ended(difference.of_cpython, "", difference.exit_status_of_cpython))
        return name, complaints

    def compare(self, difference, who, command, folder, wanted):
        for _ in range(int(difference.said.get("runs", 1))):
            got = run_programs.run(command, "", folder, hash_seed="random")
        complaints = []
        if got.exit_status != wanted.exit_status:
            complaints.append(f"exit status {got.exit_status} of {who}, expected {wanted.exit_status}")
        if trimmed(got.stdout) != trimmed(wanted.stdout):
            complaints += run_programs.difference("standard output", wanted.stdout, got.stdout, who)
        if complaints and got.stderr:
            complaints += [f"standard error of {who}:"] + got.stderr.splitlines()[:20]
        return complaints


def trimmed(output):
    """Comments have no spaces at their ends."""
    return [line.rstrip() for line in output.splitlines()]


def main(gilsim, folder, *names):
    programs = [name for name in run_programs.find_programs(folder) if not names or any(part in name for part in names)]
    runner = Runner(gilsim)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return run_programs.report(pool.map(lambda name: runner.check(folder, name), programs))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
