"""Tests of the program runner, with a stand-in for gilsim: the real Python itself, wrapped so that its output can be bent."""
import os
import stat
import subprocess
import sys
import tempfile
import textwrap
import unittest

RUNNER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "run_programs.py")
# Takes `run -q OPTIONS… FILE ARGS…` as gilsim does, and hands FILE ARGS… to Python.
STAND_IN = """#!/bin/sh
shift 2
while [ "${1#-}" != "$1" ]; do shift; done
exec /usr/bin/python3 -s "$@"
"""


class RunnerTest(unittest.TestCase):
    def run_one(self, program, stand_in=STAND_IN):
        """(exit status, output) of the runner over one program."""
        with tempfile.TemporaryDirectory() as folder:
            gilsim = os.path.join(folder, "gilsim")
            with open(gilsim, "w") as file:
                file.write(stand_in)
            os.chmod(gilsim, stat.S_IRWXU)
            programs = os.path.join(folder, "programs")
            os.mkdir(programs)
            with open(os.path.join(programs, "a program.py"), "w", encoding="utf-8") as file:
                file.write(textwrap.dedent(program).lstrip("\n"))
            done = subprocess.run([sys.executable, "-B", RUNNER, gilsim, "--programs", programs],
                                  capture_output=True, text=True)
            return done.returncode, done.stdout + done.stderr

    def assert_passes(self, *arguments):
        status, output = self.run_one(*arguments)
        self.assertEqual((status, output), (0, "1 passed, 0 failed\n"))

    def assert_fails(self, words, *arguments):
        status, output = self.run_one(*arguments)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)
        self.assertTrue(output.endswith("0 passed, 1 failed\n"), output)

    def test_a_program_that_prints_the_same_passes(self):
        self.assert_passes("print('你好')\n")

    def test_other_output_fails_with_a_difference(self):
        self.assert_fails("-hello", "print('hello')\n", "#!/bin/sh\necho goodbye\n")

    def test_another_exit_status_fails(self):
        self.assert_fails("exit status 5, expected 0", "print('x')\n", "#!/bin/sh\necho x; exit 5\n")

    def test_other_errors_fail_unless_they_are_ignored(self):
        noisy = "#!/bin/sh\necho noise >&2\n"
        self.assert_fails("standard error", "pass\n", noisy)
        self.assert_passes("# stderr: ignore\npass\n", noisy)

    def test_the_exit_status_that_the_file_states_must_be_the_real_one(self):
        self.assert_passes("# exit: 7\nraise SystemExit(7)\n")
        self.assert_fails("Python itself ended with exit status 7", "# exit: 3\nraise SystemExit(7)\n")

    def test_lines_in_any_order(self):
        swapped = "#!/bin/sh\necho b; echo a\n"
        self.assert_fails("standard output", "print('a')\nprint('b')\n", swapped)
        self.assert_passes("# expect: any-order\nprint('a')\nprint('b')\n", swapped)
        self.assert_fails("standard output", "# expect: any-order\nprint('a')\nprint('a')\nprint('b')\n", swapped)

    def test_standard_input_options_and_arguments(self):
        self.assert_passes("# stdin: one\\ntwo\\n\n# args: a 'b c'\nimport sys\nprint(input(), input(), sys.argv[1:])\n")
        self.assert_passes("# run: --cores=1\n# not-python\nprint('x')\n# output:\n# x\n")

    def test_stored_output(self):
        self.assert_passes("# not-python\nprint('x')\nprint()\n# output:\n# x\n#\n")
        self.assert_fails("-y", "# not-python\nprint('x')\n# output:\n# y\n")

    def test_words_of_standard_error(self):
        deadlock = "#!/bin/sh\necho DEADLOCK main >&2; exit 3\n"
        self.assert_passes("# not-python\n# exit: 3\n# stderr-contains: DEADLOCK\npass\n", deadlock)
        self.assert_fails("does not say: LIMIT", "# not-python\n# exit: 3\n# stderr-contains: LIMIT\npass\n", deadlock)

    def test_the_folder_and_the_lines_of_library_modules_are_not_compared(self):
        named = """#!/bin/sh
printf 'File "a program.py", line 2\\nFile "/usr/lib/python3.11/queue.py", line 7, in get\\n' >&2
"""
        program = """
            import os, sys
            print(f'File "{os.path.abspath(__file__)}", line 2', file=sys.stderr)
            print('File "/usr/lib/python3.11/queue.py", line 99, in get', file=sys.stderr)
            """
        self.assert_passes(program, named)
        self.assert_fails("standard error", program, named.replace("line 2", "line 3"))

    def test_words_of_standard_output(self):
        self.assert_passes("# not-python\n# stdout-contains: lo\nprint('hello')\n")
        self.assert_fails("standard output does not say: la", "# not-python\n# stdout-contains: la\nprint('hello')\n")

    def test_an_unknown_expectation_is_an_error(self):
        status, output = self.run_one("# expect: whatever\npass\n")
        self.assertNotEqual(status, 0)
        self.assertIn("unknown expectation", output)


if __name__ == "__main__":
    if subprocess.run(["/usr/bin/python3", "-c", "import sys; sys.exit(sys.version_info[:2] != (3, 11))"]).returncode:
        sys.exit(77)  # the stand-in needs it
    unittest.main()
