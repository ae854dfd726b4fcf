#!/usr/bin/env python3
"""Prints a random Python program: `generate_program.py SEED`.

It always ends, prints what it computes, and catches most of what it raises. The same seed gives the same program under
every Python 3.11."""
import os
import random
import re
import sys

import program_templates as templates

HOLE = re.compile(r"\$(\w+)")
BLOCK_HOLE = re.compile(r"^( *)\$(block|loop|body|generator|class_body)$", re.MULTILINE)
MISTAKEN = 0.04  # how often a hole gets a value of another kind
SECTIONS = 40


class ProgramGenerator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.functions = 0

    def expression(self, kind, depth):
        """Text for the hole of this kind, in brackets where another operator could tear it apart."""
        if kind in templates.VARIABLES:
            return self.random.choice(templates.VARIABLES[kind])
        if kind == "callable":
            return self.call(depth)
        if kind in templates.LITERALS:
            return self.fill(self.random.choice(templates.LITERALS[kind]), depth - 1)
        if self.random.random() < MISTAKEN:
            kind = "any"
        if kind in templates.MIXED:
            return self.expression(self.random.choice(templates.MIXED[kind]), depth)
        leaf = depth <= 0 or self.random.random() < 0.3
        text = self.fill(self.random.choice((templates.LEAVES if leaf else templates.EXPRESSIONS)[kind]), depth - 1)
        return text if re.fullmatch(r"\w+|'\w*'", text) else f"({text})"

    def call(self, depth):
        if not self.functions or depth <= 0:
            return "len('four')"
        arguments = [self.expression("any", depth - 1) for _ in range(self.random.choice([1, 2, 2, 3]))]
        return f"function{self.random.randrange(self.functions)}({', '.join(arguments)})"

    def fill(self, template, depth):
        """Holes inside the fields of f-strings take no quotes, backslashes or braces: only names then."""
        in_f_string = template.startswith("f'")
        return HOLE.sub(lambda hole: self.f_string_field(hole[1]) if in_f_string else self.expression(hole[1], depth),
                        template)

    def f_string_field(self, kind):
        if kind in templates.MIXED:
            kind = self.random.choice(["int", "str", "list", "float", "tuple", "object", "dict"])
        if f"{kind}_name" in templates.VARIABLES or kind == "object":
            return self.expression(f"{kind}_name", 0)
        return self.expression(kind, 0)

    def statement(self, depth, more=()):
        choices = templates.STATEMENTS
        if depth <= 0:
            choices = [text for text in choices if not BLOCK_HOLE.search(text)]
            more = [text for text in more if not BLOCK_HOLE.search(text)]
        template = self.random.choice(more if more and self.random.random() < 0.4 else choices)
        text = BLOCK_HOLE.sub(lambda hole: self.block(hole[2], len(hole[1]), depth - 1), template)
        return "\n".join(self.fill(line, 2) for line in text.split("\n"))

    def block(self, kind, indentation, depth):
        more = {"block": (), "loop": templates.LOOP_STATEMENTS, "body": templates.FUNCTION_STATEMENTS,
                "generator": templates.GENERATOR_STATEMENTS, "class_body": templates.CLASS_STATEMENTS}[kind]
        count = self.random.choice([1, 1, 2, 3])
        if kind == "class_body":
            statements = [self.fill(self.random.choice(more), 1) for _ in range(count)]
        else:
            statements = [self.statement(depth, more) for _ in range(count)]
        return indented("\n".join(statements), indentation)

    def section(self):
        """Some statements at module level or in a function that is called, and what they raise printed."""
        statements = "\n".join(self.statement(2) for _ in range(self.random.choice([2, 3, 5])))
        if self.random.random() < 0.5:
            return f"try:\n{indented(statements, 4)}\nexcept Exception as error:\n    caught(error)\n"
        name = f"function{self.functions}"
        body = "\n".join(self.statement(2, templates.FUNCTION_STATEMENTS) for _ in range(3))
        declarations = "tick()\n" + self.random.choice(["", "", "global s1, l1\n"])
        arguments = ", ".join(self.expression("any", 1) for _ in range(2))
        text = (f"def {name}(i1, l2=None, *t1, **d2):\n{indented(declarations + body, 4)}\n"
                f"try:\n    show({name}({arguments}))\nexcept Exception as error:\n    caught(error)\n")
        self.functions += 1
        return text

    def sections(self):
        texts = [self.section() for _ in range(SECTIONS)]
        if self.random.random() < 0.3:
            texts.append(self.statement(1) + "\n" + self.fill("raise $raised", 1) + "\n")
        return [text for text in texts if is_program(text)]


def indented(text, spaces):
    return "\n".join(" " * spaces + line if line else line for line in text.split("\n"))


def is_program(text):
    """Now and then pieces do not fit: `nonlocal` of a global, a name used before `global`, too much nesting."""
    try:
        compile(text, "section", "exec")
    except SyntaxError:
        return False
    return True


def prelude():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "program_prelude.py")
    with open(path, encoding="utf-8") as file:
        return file.read()


def generate(seed):
    """The program's parts: leaving out any but the first leaves a program (of which some names may be missing)."""
    return [prelude(), *ProgramGenerator(seed).sections()]


if __name__ == "__main__":
    print("\n".join(generate(int(sys.argv[1]))))
