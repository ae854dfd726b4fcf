"""What tests of gilsim's commands stand on: a folder of their own, gilsim run in it with a clean environment.

The test's last argument is gilsim's path; this module takes it when it is imported.
"""
import os
import subprocess
import sys
import tempfile
import unittest

GILSIM = os.path.abspath(sys.argv.pop())
LANGUAGE_AND_LOOK = ("LC_", "LANG", "COLUMNS", "NO_COLOR")


class CommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def gilsim(self, *arguments, stdin="", folder=".", **environment):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(LANGUAGE_AND_LOOK)}
        return subprocess.run([GILSIM, *arguments], input=stdin, capture_output=True, encoding="utf-8",
                              cwd=os.path.join(self.folder, folder), timeout=120, env={**clean, **environment})
