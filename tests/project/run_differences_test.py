"""Tests of the runner of differences, with a shell script as a stand-in for gilsim."""
import os
import stat
import subprocess
import sys
import tempfile
import unittest

RUNNER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "run_differences.py")
HEAD = "# gilsim: goes\n#   far\n# cpython: stays\n# why: it likes to\n"
ENDS = "# gilsim prints:\n# goes\n# cpython prints:\n# stays\n"


class RunDifferencesTest(unittest.TestCase):
    def run_one(self, program, stand_in):
        with tempfile.TemporaryDirectory() as folder:
            gilsim = os.path.join(folder, "gilsim")
            with open(gilsim, "w") as file:
                file.write("#!/bin/sh\n" + stand_in)
            os.chmod(gilsim, stat.S_IRWXU)
            programs = os.path.join(folder, "programs")
            os.mkdir(programs)
            with open(os.path.join(programs, "a program.py"), "w", encoding="utf-8") as file:
                file.write(program)
            done = subprocess.run([sys.executable, "-B", RUNNER, gilsim, programs], capture_output=True, text=True)
            return done.stdout + done.stderr

    def test_a_program_that_differs_as_stated_passes(self):
        self.assertEqual(self.run_one(HEAD + "print('stays')\n" + ENDS, "echo goes"), "1 passed, 0 failed\n")

    def test_other_output_of_either_fails(self):
        self.assertIn("output of gilsim", self.run_one(HEAD + "print('stays')\n" + ENDS, "echo stays"))
        self.assertIn("output of Python", self.run_one(HEAD + "print('goes')\n" + ENDS, "echo goes"))

    def test_a_program_that_states_no_difference_fails(self):
        self.assertIn("said to print the same", self.run_one(HEAD + 'pass\n' + ENDS.replace("stays", "goes"), "echo goes"))
        self.assertIn("no line '# why: …'", self.run_one(HEAD.replace("# why: it likes to\n", "") + 'pass\n' + ENDS, "echo goes"))

    def test_what_the_real_python_cannot_run(self):
        hangs = HEAD + "# cpython-hangs\n# exit: 3\nwhile True: pass\n# gilsim prints:\n# goes\n"
        self.assertEqual(self.run_one(hangs, "echo goes; exit 3"), "1 passed, 0 failed\n")
        self.assertIn("exit status 0 of gilsim, expected 3", self.run_one(hangs, "echo goes"))


if __name__ == "__main__":
    if subprocess.run(["/usr/bin/python3", "-c", "import sys; sys.exit(sys.version_info[:2] != (3, 11))"]).returncode:
        sys.exit(77)
    unittest.main()
