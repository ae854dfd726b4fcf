"""Tests of the lint: a small project that breaks one rule at a time, and one that breaks none."""
import os
import tempfile
import unittest

import lint


class LintTest(unittest.TestCase):
    def findings(self, rule, **files):
        with tempfile.TemporaryDirectory() as root:
            for name, text in files.items():
                path = os.path.join(root, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
            return list(rule(root))

    def test_folders_may_only_include_downwards(self):
        for includer, included, allowed in (
            ("sim/a.cc", "sim/a.h", True),
            ("sim/a.cc", "interpreter/syntax/a.h", False),
            ("reports/a.cc", "sim/record.h", True),
            ("reports/a.cc", "interpreter/syntax/a.h", False),
            ("interpreter/runtime/a.cc", "reports/a.h", False),
            ("interpreter/runtime/a.cc", "interpreter/objects/a.h", True),
            ("interpreter/objects/a.cc", "interpreter/runtime/a.h", False),
            ("interpreter/modules/a.cc", "interpreter/builtins/a.h", True),
            ("interpreter/builtins/a.cc", "interpreter/modules/a.h", False),
            ("lessons/a.cc", "reports/a.h", True),
            ("lessons/a.cc", "app/a.h", False),
            ("app/a.cc", "lessons/a.h", True),
        ):
            with self.subTest(includer=includer, included=included):
                found = self.findings(lint.include_directions, **{includer: f'#include "{included}"\n'})
                self.assertEqual(found == [], allowed)

    def test_left_over_marks_are_found(self):
        self.assertEqual(len(self.findings(lint.forgotten_marks, **{"sim/a.cc": "// TO" + "DO: later\n"})), 1)
        self.assertEqual(self.findings(lint.forgotten_marks, **{"sim/a.cc": "// done\n"}), [])

    def test_paths_of_one_machine_are_found(self):
        self.assertEqual(len(self.findings(lint.machine_paths, **{"docs/a.md": "see /ro" + "ot/x.py\n"})), 1)
        self.assertEqual(self.findings(lint.machine_paths, **{"docs/a.md": "see docs/root/x and /usr/bin\n"}), [])

    def test_a_source_must_stand_in_a_meson_build(self):
        named = {"sim/meson.build": "library('sim', 'a.cc')\n", "sim/a.cc": ""}
        self.assertEqual(self.findings(lint.unnamed_sources, **named), [])
        self.assertEqual(len(self.findings(lint.unnamed_sources, **named, **{"sim/b.cc": ""})), 1)

    def test_headers_need_their_guard(self):
        self.assertEqual(len(self.findings(lint.missing_guards, **{"sim/a.h": "int a;\n"})), 1)
        self.assertEqual(self.findings(lint.missing_guards, **{"sim/a.h": "#pragma once\n"}), [])

    def test_links_must_lead_somewhere(self):
        pages = {"README.md": "[a](docs/a.md) [b](docs/b.md)\n", "docs/a.md": "\n"}
        self.assertEqual(self.findings(lint.dead_links, **pages), ["README.md:1: there is no docs/b.md"])


if __name__ == "__main__":
    unittest.main()
