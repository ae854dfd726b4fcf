"""Compares the code that dump_code prints with what the real CPython 3.11 compiles: usage compare_code.py DUMP_CODE
[--first N] PATH… A folder stands for its .py files. Each code object counts as equal or different; the first N
differences (10) are shown. Exit status 77 (skipped) when this Python is not 3.11."""
import difflib
import dis
import pathlib
import subprocess
import sys
import warnings

HIDDEN = {"CACHE", "PRECALL", "EXTENDED_ARG"}


def describe(constant):
    if isinstance(constant, str):
        return "text:" + constant.encode("utf-8", "surrogatepass").hex()
    if isinstance(constant, bytes):
        return "bytes:" + constant.hex()
    if hasattr(constant, "co_code"):
        return "code:" + constant.co_name
    if isinstance(constant, tuple):
        return "(" + "".join(describe(item) + "," for item in constant) + ")"
    if isinstance(constant, frozenset):
        return f"frozenset:{len(constant)}"
    if isinstance(constant, int) and not isinstance(constant, bool) and constant.bit_length() > 4096:
        return hex(constant)
    return repr(constant)


def argument_text(code, instruction, index_at):
    name, argument = instruction.opname, instruction.arg
    if name in ("LOAD_CONST", "KW_NAMES"):
        return describe(code.co_consts[argument])
    if instruction.opcode in dis.hasjrel or instruction.opcode in dis.hasjabs:
        return str(index_at[instruction.argval])
    if name == "LOAD_GLOBAL":
        return ("NULL+" if argument & 1 else "") + code.co_names[argument // 2]
    if instruction.opcode in dis.hasname or instruction.opcode in dis.haslocal or instruction.opcode in dis.hasfree:
        return str(instruction.argval)
    return "" if argument is None else str(argument)


def lines_of(code):
    yield f"code {code.co_qualname} {code.co_firstlineno}"
    flags = code.co_flags & 0xFFFF
    yield f"shape {flags} {code.co_argcount} {code.co_posonlyargcount} {code.co_kwonlyargcount} {code.co_stacksize}"
    for title, names in (("locals", code.co_varnames), ("cells", code.co_cellvars), ("free", code.co_freevars),
                         ("names", code.co_names)):
        yield " ".join((title,) + names)
    for constant in code.co_consts:
        yield "constant " + describe(constant)
    instructions = list(dis.get_instructions(code))
    index_at, count = {}, 0
    for instruction in instructions:
        index_at[instruction.offset] = count
        count += instruction.opname not in HIDDEN
    index_at[len(code.co_code)] = count
    for instruction in instructions:
        if instruction.opname in HIDDEN:
            continue
        position = ",".join("-1" if part is None else str(part) for part in (
            instruction.positions.lineno, instruction.positions.col_offset,
            instruction.positions.end_lineno, instruction.positions.end_col_offset))
        yield (f"{index_at[instruction.offset]} {instruction.opname} "
               f"{argument_text(code, instruction, index_at)} @{position}")
    for entry in dis._parse_exception_table(code):
        yield f"except {index_at[entry.start]} {index_at[entry.end]} {index_at[entry.target]} {entry.depth} {int(entry.lasti)}"
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            yield from lines_of(constant)


def expected_of(path):
    with open(path, "rb") as file:
        source = file.read()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(lines_of(compile(source, path, "exec", dont_inherit=True)))
    except SyntaxError as error:
        return [f"problem {error.lineno or 0} {(error.offset or 1) - 1} {error.msg}"]


def units(lines):
    """Cuts a dump into one list of lines a code object."""
    result = []
    for line in lines:
        if line.startswith(("code ", "problem ")) or not result:
            result.append([])
        result[-1].append(line)
    return result


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit(77)
    arguments = sys.argv[1:]
    dump_code, shown = arguments.pop(0), 10
    if arguments[0] == "--first":
        shown = int(arguments[1])
        del arguments[:2]
    equal = different = 0
    paths = [pathlib.Path(argument) for argument in arguments]
    for path in [file for path in paths for file in (sorted(path.glob("*.py")) if path.is_dir() else [path])]:
        run = subprocess.run([dump_code, path], capture_output=True)
        actual = units(run.stdout.decode("utf-8", "surrogatepass").split("\n")[1:-1])
        if run.returncode:
            actual = [["crash " + run.stderr.decode(errors="replace")[-300:]]]
        expected = units(expected_of(path))
        for i in range(max(len(actual), len(expected))):
            wanted = expected[i] if i < len(expected) else []
            got = actual[i] if i < len(actual) else []
            if wanted == got:
                equal += 1
                continue
            different += 1
            if different <= shown:
                print("\n".join(difflib.unified_diff(wanted, got, f"{path} {wanted[:1]} CPython", "gilsim", lineterm="",
                                                     n=2)))
    print(f"{different} of {equal + different} code objects differ")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
