"""Tests of the counting of results."""
import unittest

from count_results import count

DOCTEST = "[doctest] test cases: 12 | 11 passed | 1 failed | 0 skipped\n"


class CountTest(unittest.TestCase):
    def check(self, result, output, passed, failed):
        self.assertEqual(count({"name": "t", "result": result, "stdout": output}), (passed, failed))

    def test_doctest_says_how_many(self):
        self.check("FAIL", DOCTEST, 11, 1)

    def test_our_runners_say_it_in_their_last_line(self):
        self.check("OK", "3 passed, 0 failed\n40 passed, 0 failed\n", 40, 0)

    def test_unittest_says_it_too(self):
        self.check("OK", "Ran 7 tests in 0.1s\n\nOK\n", 7, 0)

    def test_any_other_program_is_one_test(self):
        self.check("OK", "", 1, 0)
        self.check("FAIL", "", 0, 1)
        self.check("TIMEOUT", "", 0, 1)

    def test_a_crash_after_good_tests_is_a_failure(self):
        self.check("FAIL", "[doctest] test cases: 2 | 2 passed | 0 failed | 0 skipped\n", 2, 1)

    def test_a_skipped_program_counts_nowhere(self):
        self.check("SKIP", "", 0, 0)


if __name__ == "__main__":
    unittest.main()
