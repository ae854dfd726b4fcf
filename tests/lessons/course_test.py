"""The course's lessons hold, and show under CPython what they show under gilsim: course_test.py GILSIM LESSON…

Times are the machine's, and threads may print in another order and into each other's lines, so figures are left out and
words are compared in sorted order. A lesson that deadlocks must not end under CPython either. Without Debian's Python 3.11 the comparison is left out.
"""
import os
import re
import subprocess
import sys
import unittest

PYTHON = "/usr/bin/python3"
GILSIM, *LESSONS = map(os.path.abspath, sys.argv[1:])


def has_oracle():
    try:
        return subprocess.run([PYTHON, "--version"], capture_output=True, text=True).stdout.startswith("Python 3.11")
    except OSError:
        return False


def words(text):
    """A capital begins a word, since print() writes text and line end one by one."""
    return sorted(re.findall(r"[A-Z]?[a-z']+|[^A-Za-z\s]+", re.sub(r"[\d.]+", "#", text).replace("come", "come ")))


def under_cpython(lesson):
    """What it prints, and whether it has ended by itself."""
    try:
        done = subprocess.run([PYTHON, "-u", lesson], capture_output=True, encoding="utf-8", timeout=30 if "dead" not in lesson else 3)
        return done.stdout, True
    except subprocess.TimeoutExpired as waiting:
        return (waiting.stdout or b"").decode(), False


class CourseTest(unittest.TestCase):
    def test_every_lesson_holds(self):
        for lesson in LESSONS:
            with self.subTest(os.path.basename(lesson)):
                done = subprocess.run([GILSIM, "check", "--lang", "en", lesson], capture_output=True, encoding="utf-8")
                self.assertEqual((done.returncode, done.stderr), (0, ""))

    @unittest.skipUnless(has_oracle(), f"{PYTHON} is not Python 3.11")
    def test_every_lesson_shows_the_same_under_cpython(self):
        for lesson in LESSONS:
            with self.subTest(os.path.basename(lesson)):
                done = subprocess.run([GILSIM, "run", "-q", lesson], capture_output=True, encoding="utf-8")
                output, ended = under_cpython(lesson)
                self.assertEqual(words(done.stdout), words(output))
                self.assertEqual(done.returncode, 0 if ended else 3)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
