"""Tests of `gilsim compare` and `gilsim matrix` as their users meet them: compare_test.py GILSIM."""
import csv
import io
import json
import os
import re
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import command_line

COUNT = """\
import threading

def count(n):
    while n:
        n -= 1

threads = [threading.Thread(target=count, args=(300000,), name=name) for name in ("小明", "小红")]
for t in threads:
    t.start()
for t in threads:
    t.join()
"""
VARIANTS = """\
import threading
import time

def sequential():
    for _ in range(4):
        time.sleep(0.1)

def threads():
    waiters = [threading.Thread(target=time.sleep, args=(0.1,)) for _ in range(4)]
    for waiter in waiters:
        waiter.start()
    for waiter in waiters:
        waiter.join()

async def coroutines():
    import asyncio
    await asyncio.gather(*(asyncio.sleep(0.1) for _ in range(4)))

def other(optional=1):
    pass

def needs(argument):
    pass

if __name__ == "__main__":
    raise SystemExit("not to be run")
"""


class CompareTest(command_line.CommandTest):
    def setUp(self):
        super().setUp()
        self.write("count.py", COUNT)
        self.write("1_waits.py", VARIANTS)

    def test_variants_that_fail_have_no_speed(self):
        self.write("fails.py", "import threading\ndef sequential(): pass\ndef broken(): 1 / 0\n"
                   "def stuck():\n    lock = threading.Lock()\n    lock.acquire()\n    lock.acquire()\n")
        done = self.gilsim("matrix", "--variant", "sequential,broken", "--variant", "stuck", "fails.py")
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stdout, r"broken +[0-9.]+ +- ")
        self.assertRegex(done.stdout, r"stuck +[0-9.]+ +- ")
        self.assertIn("ZeroDivisionError", done.stderr)
        self.assertIn("DEADLOCK", done.stderr)
        self.assertIn("fails.py:6: lock.acquire()", done.stderr)
        self.assertEqual(self.gilsim("matrix", "--variant", "broken", "fails.py").returncode, 1)
        self.write("leaves.py", "import os, sys\ndef sequential(): pass\ndef threads(): sys.exit(4)\ndef processes(): os.kill(os.getpid(), 9)\n")
        done = self.gilsim("matrix", "leaves.py", "--format", "csv")
        self.assertEqual([line.split(",")[1] for line in done.stdout.splitlines()[1:]], ["finished", "exit 4", "SIGKILL"])

    def test_functions_that_look_like_variants_are_mentioned(self):
        self.write("many.py", "def sequential(): pass\ndef with_threads(): pass\ndef main(): pass\n")
        done = self.gilsim("matrix", "many.py")
        self.assertIn("without a row of their own: with_threads (--variant with_threads", done.stderr)
        self.assertEqual(self.gilsim("matrix", "many.py", "--format", "csv").stderr, "")
        self.assertEqual(self.gilsim("matrix", "many.py", "--variant", "main").stderr, "")

    def test_traces_are_compared_as_the_runs_they_come_from(self):
        self.gilsim("run", "-q", "--trace", "a.json.gz", "count.py")
        self.gilsim("run", "-q", "-n", "1", "--trace", "b.json", "count.py")
        traces = self.gilsim("compare", "a.json.gz", "b.json")
        runs = self.gilsim("compare", "count.py", "--with", "cores=1")
        self.assertEqual((traces.returncode, traces.stderr, runs.returncode), (0, "", 0))
        self.assertEqual(traces.stdout.split("\n", 2)[2], runs.stdout.split("\n", 2)[2])
        for part in ("cores: 2 / 1", "GIL wait", "timelines on one scale", "is the first to differ"):
            self.assertIn(part, runs.stdout)

    def test_equal_runs_have_equal_switches(self):
        self.assertRegex(self.gilsim("compare", "count.py", "count.py").stdout, r"All \d+ switches are the same, at the same times")

    def test_the_cause_of_a_switch_is_told(self):
        said = self.gilsim("compare", "count.py", "--with", "switch_interval=1ms", "--with", "switch_interval=20ms").stdout
        self.assertRegex(said, r"A: at [\d.]+ ms from .* to .*, at count.py:\d+: .* had waited a whole switch interval")
        chinese = self.gilsim("compare", "--lang", "zh", "count.py", "--with", "cores=1").stdout
        self.assertIn("核心数：2 / 1", chinese)

    def test_a_run_of_a_lesson_is_named(self):
        lesson = os.path.join(os.path.dirname(__file__), "..", "..", "lessons", "course", "01_cpu_bound_threads.py")
        self.assertIn("cores: 1 / 2", self.gilsim("compare", lesson, "--with", "one core", "--with", "two cores").stdout)

    def test_what_cannot_be_compared_is_refused(self):
        self.gilsim("run", "-q", "--trace", "a.json", "count.py")
        self.write("foreign.json", '{"displayTimeUnit":"ns","traceEvents":[]}')
        for arguments, words in (
            (("count.py",), "a comparison has two sides"),
            (("count.py", "count.py", "--with", "cores=1"), "a comparison has two sides"),
            (("count.py", "--with", "colour=1"), "'colour=1' is no setting"),
            (("count.py", "--with", "cores=x"), "'cores' cannot be 'x'"),
            (("a.json", "foreign.json"), "'foreign.json' is no trace that this gilsim saved"),
            (("a.json", "--with", "cores=1"), "'a.json' is a trace"),
            (("nothing.json", "a.json"), "there is no file"),
            ((), "name what to compare"),
        ):
            with self.subTest(arguments):
                done = self.gilsim("compare", *arguments)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(words, done.stderr)

    def rows(self, *arguments):
        done = self.gilsim("matrix", "--format", "json", *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads(done.stdout)

    def test_functions_with_known_names_are_variants(self):
        rows = self.rows("1_waits.py")
        self.assertEqual([row["variant"] for row in rows], ["sequential", "threads", "coroutines"])
        self.assertAlmostEqual(rows[0]["wall_ns"] / rows[1]["wall_ns"], 4, delta=0.3)
        self.assertEqual(rows[1]["threads"], 5)
        for row in rows:
            parts = sum(row[key] for key in row if key.endswith("_ns") and not key.startswith(("wall", "least")))
            self.assertEqual(parts, row["wall_ns"] * row["threads"])
            self.assertLessEqual(max(row[key] for key in row if key.startswith("least")), row["wall_ns"])

    def test_rows_are_all_combinations(self):
        rows = self.rows("1_waits.py", "-n", "1,4", "--python", "3.9,3.11", "--variant", "other")
        self.assertEqual([(row["python"], row["cores"]) for row in rows],
                         [("3.9", "1"), ("3.9", "4"), ("3.11", "1"), ("3.11", "4")])

    def test_a_plain_program_is_one_variant_and_a_lesson_has_its_runs(self):
        self.assertEqual([row["variant"] for row in self.rows("count.py")], ["count.py"])
        lesson = os.path.join(os.path.dirname(__file__), "..", "..", "lessons", "course", "06_lost_update.py")
        self.assertEqual([row["python"] for row in self.rows(lesson)], ["3.9", "3.11"])

    def test_a_sentence_says_what_limits_each_row(self):
        said = self.gilsim("matrix", "count.py").stdout
        self.assertRegex(said, r"count.py: waits for the GIL [\d.]+ % of the time; more cores cannot help")
        said = self.gilsim("matrix", "1_waits.py").stdout
        self.assertRegex(said, r"sequential: mostly sleeps or waits for I/O")
        self.assertIn("主要在睡眠", self.gilsim("matrix", "--lang", "zh", "1_waits.py").stdout)

    def test_csv_has_the_same_columns_in_every_row(self):
        rows = list(csv.DictReader(io.StringIO(self.gilsim("matrix", "--format", "csv", "1_waits.py").stdout)))
        self.assertEqual([row["variant"] for row in rows], ["sequential", "threads", "coroutines"])
        self.assertNotIn(None, rows[0])

    def test_what_is_no_variant_is_refused(self):
        for arguments, words in (
            (("1_waits.py", "--variant", "needs"), "it has sequential, threads, coroutines, other"),
            (("1_waits.py", "-n", "1,x"), "'cores' cannot be 'x'"),
            (("1_waits.py", "--seed", "1,2"), "--seed takes one number"),
            ((), "name the Python file"),
        ):
            with self.subTest(arguments):
                done = self.gilsim("matrix", *arguments)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main()
