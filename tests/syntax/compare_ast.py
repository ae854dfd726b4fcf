"""Compares the trees of dump_ast with those of CPython 3.11's own parser.

usage: compare_ast.py DUMP_AST FILE_OR_FOLDER…
A `.py` file must give the same tree. A `.txt` file holds wrong programs (one a line, or separated by lines of `%%`);
each must give the same error, message, line and offset.
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
        # Given bytes, CPython 3.11 counts some columns in bytes; given text, always in characters.
        tree = ast.parse(data.decode("utf-8-sig"))
    except SyntaxError as error:
        return f"{type(error).__name__}|{error.lineno}|{error.offset}|{error.msg}"
    except (ValueError, RecursionError, MemoryError) as error:
        return f"{type(error).__name__}|{error}"
    return dump(tree)


def with_character_offset(answer, data):
    """dump_ast counts columns in bytes from 0, SyntaxError.offset in characters from 1."""
    if answer.startswith("Module("):
        return answer
    kind, line, column, message = answer.split("|", 3)
    lines = data.split(b"\n")
    before = lines[int(line) - 1][: max(int(column), 0)] if 0 < int(line) <= len(lines) else b""
    offset = int(column) + 1 - len(before) + len(before.decode(errors="replace"))
    return f"{kind}|{line}|{offset}|{message}"


def first_difference(expected, actual):
    at = next((i for i, (a, b) in enumerate(zip(expected, actual)) if a != b), min(len(expected), len(actual)))
    start = max(0, at - 150)
    return f"  expected …{expected[start:at + 100]}\n  actual   …{actual[start:at + 100]}"


def texts(arguments):
    """Pairs of a name and the text that it is the name of."""
    for argument in map(pathlib.Path, arguments):
        for file in sorted(argument.rglob("*")) if argument.is_dir() else [argument]:
            if file.suffix == ".py":
                yield str(file), file.read_bytes()
            elif file.suffix == ".txt":
                whole = file.read_bytes().removesuffix(b"\n")
                for text in whole.split(b"\n%%\n" if b"\n%%\n" in whole else b"\n"):
                    yield f"{file} {text.decode()!r}", text


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit(77)
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(5000)
    server = Server(sys.argv[1])
    different = count = 0
    for name, data in texts(sys.argv[2:]):
        expected = reference(data)
        actual = with_character_offset(server.ask(data), data)
        count += 1
        if actual != expected:
            different += 1
            print(f"{name}:\n{first_difference(expected, actual)}")
    print(f"{count} texts, {different} different")
    sys.exit(different != 0)


if __name__ == "__main__":
    main()
