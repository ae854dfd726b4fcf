"""Compares the trees of dump_ast with those of CPython 3.11's own parser.

usage: compare_ast.py DUMP_AST FILE_OR_FOLDER…
Exit status: 0 all equal, 1 differences, 77 no Python 3.11 to compare with.
"""
import ast
import pathlib
import subprocess
import sys
import warnings


def dump(node):
    """ast.dump(node, include_attributes=True), with ASCII strings and floats of 17 digits."""
    if isinstance(node, ast.AST):
        parts = []
        for name in node._fields:
            value = getattr(node, name, None)
            if value is None and getattr(type(node), name, ...) is None:
                continue
            parts.append(f"{name}={dump(value)}")
        parts += [f"{name}={getattr(node, name)}" for name in node._attributes]
        return f"{type(node).__name__}({', '.join(parts)})"
    if isinstance(node, list):
        return f"[{', '.join(map(dump, node))}]"
    if isinstance(node, float):
        return f"{node:.17g}"
    if isinstance(node, complex):
        return f"{node.imag:.17g}j"
    return ascii(node)


class Server:
    """One dump_ast process that answers text after text."""

    def __init__(self, program):
        self.process = subprocess.Popen([program, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, data):
        self.process.stdin.write(b"%d\n" % len(data) + data)
        self.process.stdin.flush()
        return self.process.stdout.readline().decode().rstrip("\n")


def reference(data):
    try:
        tree = ast.parse(data)
    except SyntaxError as error:
        return f"{type(error).__name__}|{error.lineno}|{error.offset}|{error.msg}"
    except (ValueError, RecursionError, MemoryError) as error:
        return f"{type(error).__name__}|{error}"
    return dump(tree)


def first_difference(expected, actual):
    at = next((i for i, (a, b) in enumerate(zip(expected, actual)) if a != b), min(len(expected), len(actual)))
    start = max(0, at - 150)
    return f"  expected …{expected[start:at + 100]}\n  actual   …{actual[start:at + 100]}"


def files(arguments):
    for argument in map(pathlib.Path, arguments):
        yield from sorted(argument.rglob("*.py")) if argument.is_dir() else [argument]


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit(77)
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(5000)
    server = Server(sys.argv[1])
    different = count = 0
    for file in files(sys.argv[2:]):
        data = file.read_bytes()
        expected = reference(data)
        if not expected.startswith("Module("):
            continue
        count += 1
        actual = server.ask(data)
        if actual != expected:
            different += 1
            print(f"{file}:\n{first_difference(expected, actual)}")
    print(f"{count} files, {different} different")
    sys.exit(different != 0)


if __name__ == "__main__":
    main()
