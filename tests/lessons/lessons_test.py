"""Tests of the commands about lessons as their users meet them: lessons_test.py GILSIM."""
import os
import re
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import command_line

LESSON = """\
# /// script
# [tool.gilsim]
# title = { en = "Small", zh = "小课" }
# goal = { en = "Know it.", zh = "知道它。" }
#
# [[tool.gilsim.runs]]
# name = "one core"
# cores = 1
#
# [[tool.gilsim.expect]]
# output = "done"
#
# [[tool.gilsim.predictions]]
# ask = { en = "How many?", zh = "多少？" }
# answer = { en = "Forty-two.", zh = "四十二。" }
# ///

# %% [markdown] lang="en"
# Some **prose** with `code`, long enough that a narrow terminal has to fold it somewhere, and a list:
#
# - first
# - second

# %% [markdown] lang="zh"
# 一些文字，要写得足够长，让窄的终端不得不在某处折行，这样才能看出中文的宽度算得对不对，
# 而且换行之处不应出现空格。

# %%
print("done")

# %% [markdown] lang="en"
### BEGIN SOLUTION
# The secret.
### END SOLUTION
"""


def width(line):
    return sum(2 if ord(character) > 0x2E80 else 1 for character in line)


class LessonsTest(command_line.CommandTest):
    def setUp(self):
        super().setUp()
        self.write("01_small.py", LESSON)

    def test_the_course_is_listed_in_both_languages(self):
        english, chinese = self.gilsim("lessons"), self.gilsim("lessons", "--lang", "zh")
        self.assertRegex(english.stdout, "01_cpu_bound_threads +Computing in threads")
        self.assertRegex(chinese.stdout, "01_cpu_bound_threads +用线程计算")

    def test_the_lessons_of_a_folder_are_listed(self):
        self.write("no_lesson.py", "print()\n")
        self.write("02_broken.py", LESSON.replace("title", "tilte"))
        listed = self.gilsim("lessons", ".").stdout
        self.assertIn("01_small   Small", listed)
        self.assertRegex(listed, r"02_broken +\(has problems; 'gilsim check ./02_broken.py'")
        self.assertNotIn("no_lesson", listed)
        self.assertEqual(self.gilsim("lessons", "nowhere").returncode, 2)

    def test_a_lesson_asks_first_and_answers_on_request(self):
        asked = self.gilsim("lesson", "01_small.py")
        self.assertEqual((asked.returncode, asked.stderr), (0, ""))
        for part in ("Small", "Know it.", "- first", 'print("done")', "How many?", "gilsim lesson 01_small.py --compute"):
            self.assertIn(part, asked.stdout)
        for part in ("Forty-two", "The secret", "文字", "**", "/// script"):
            self.assertNotIn(part, asked.stdout)
        answered = self.gilsim("lesson", "01_small.py", "-c").stdout
        for part in ("Run 'one core' (cores=1):\ndone\n", "MainThread", "Forty-two.", "The secret."):
            self.assertIn(part, answered)

    def test_a_lesson_of_the_course_is_found_by_part_of_its_id(self):
        for name in ("01", "1", "001", "01_cpu_bound_threads", "cpu_bound_threads"):
            self.assertTrue(self.gilsim("lesson", name).stdout.startswith("Computing in threads\n"))
        done = self.gilsim("lesson", "01_cpu_bound_thraeds")
        self.assertEqual(done.returncode, 2)
        self.assertIn("Did you mean 01_cpu_bound_threads?", done.stderr)

    def test_prose_fits_the_columns_that_there_are(self):
        for language in ("en", "zh"):
            for columns in (40, 60):
                text = self.gilsim("lesson", "--lang", language, "01_small.py", COLUMNS=str(columns)).stdout
                self.assertLessEqual(max(map(width, text.splitlines())), columns)
        self.assertNotRegex(self.gilsim("lesson", "--lang", "zh", "01_small.py").stdout, "[\u4e00-\u9fff，] +[\u4e00-\u9fff]")

    def test_a_lesson_that_holds_passes(self):
        done = self.gilsim("check", "01_small.py")
        self.assertEqual((done.returncode, done.stdout), (0, "PASS 01_small.py: 1 runs, 1 expectations hold\n"))

    def test_an_expectation_that_does_not_hold_is_named_with_what_came(self):
        self.write("wrong.py", LESSON.replace('output = "done"', 'output = "none"'))
        done = self.gilsim("check", "wrong.py")
        self.assertEqual(done.returncode, 4)
        self.assertEqual(done.stderr, "wrong.py:11:12: run 'one core': its output should be\nnone\nbut is\ndone\n\n")
        self.assertIn("FAIL wrong.py: 1 runs, 1 of 1 expectations do not hold", done.stdout)
        self.assertEqual(self.gilsim("lesson", "-c", "wrong.py").returncode, 4)

    def test_a_lesson_that_is_not_well_formed_is_refused(self):
        self.write("broken.py", LESSON.replace("cores = 1", "cores = 1000"))
        done = self.gilsim("check", "broken.py", "01_small.py")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, r"^broken.py:8:11: 'cores' cannot be '1000'")
        self.assertIn("PASS 01_small.py", done.stdout)

    def test_a_program_that_cannot_run_is_refused(self):
        self.write("bad.py", LESSON.replace('print("done")', "print("))
        self.assertEqual(self.gilsim("check", "bad.py").returncode, 2)

    def test_the_template_passes_once_it_is_filled_in(self):
        self.assertEqual(self.gilsim("new", "mine").returncode, 0)
        refused = self.gilsim("check", "mine.py")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("'title.en' is empty; write it.", refused.stderr)
        with open(os.path.join(self.folder, "mine.py"), encoding="utf-8") as file:
            text = file.read()
        self.write("mine.py", text.replace('""', '"text"'))
        self.assertEqual(self.gilsim("check", "mine.py").returncode, 0)

    def test_no_file_is_ever_overwritten(self):
        done = self.gilsim("new", "01_small")
        self.assertEqual(done.returncode, 2)
        with open(os.path.join(self.folder, "01_small.py"), encoding="utf-8") as file:
            self.assertEqual(file.read(), LESSON)

    def test_help_and_errors_speak_chinese(self):
        for command in ("lessons", "lesson", "check", "new"):
            text = self.gilsim(command, "--lang", "zh", "--help").stdout
            self.assertRegex(text, "[\u4e00-\u9fff]")
            self.assertNotRegex(text, "[\u4e00-\u9fff][,:;]")
        self.assertIn("请给出课程", self.gilsim("lesson", "--lang", "zh").stderr)

    def test_options_may_stand_behind_the_name(self):
        self.assertIn("四十二", self.gilsim("lesson", "01_small.py", "--compute", "--lang", "zh").stdout)
        wrong = self.gilsim("lesson", "01_small.py", "--compte")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("Did you mean --compute?", wrong.stderr)


if __name__ == "__main__":
    unittest.main()
