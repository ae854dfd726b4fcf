"""Adds up the results of every test that meson ran in the given build directories: `N passed, N failed`.

A meson test is one program that may hold many tests. Those of doctest and our own runners say how many; any other
counts as one.
"""
import json
import os
import re
import sys

DOCTEST = re.compile(r"\[doctest\] test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed")
OURS = re.compile(r"^(\d+) passed, (\d+) failed", re.MULTILINE)
UNITTEST = re.compile(r"^Ran (\d+) tests? in ", re.MULTILINE)
SKIPPED = "SKIP"
GOOD = ("OK", "EXPECTEDFAIL", SKIPPED)


def count(result):
    """(passed, failed) of one line of meson's log."""
    output = result.get("stdout", "") + result.get("stderr", "")
    good = result["result"] in GOOD
    told = (DOCTEST.findall(output) or OURS.findall(output) or [])[-1:]
    if told:
        passed, failed = map(int, told[0])
    elif UNITTEST.search(output) and good:
        passed, failed = int(UNITTEST.search(output)[1]), 0
    else:
        passed, failed = int(result["result"] not in (SKIPPED,) and good), 0
    # A program that died after its last good test has failed all the same.
    return passed, failed if good else max(failed, 1)


def results(build):
    with open(os.path.join(build, "meson-logs", "testlog.json"), encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def main(*builds):
    totals = [0, 0]
    skipped = []
    for build in builds:
        for result in results(build):
            passed, failed = count(result)
            totals[0] += passed
            totals[1] += failed
            if result["result"] == SKIPPED:
                skipped.append(result["name"])
            if failed:
                print(f"failed: {result['name']} in {os.path.basename(build)} ({result['result'].lower()})")
    if skipped:
        print("skipped:", ", ".join(skipped))
    print(f"{totals[0]} passed, {totals[1]} failed")
    return 1 if totals[1] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
