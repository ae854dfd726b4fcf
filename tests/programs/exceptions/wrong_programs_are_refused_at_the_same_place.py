# What compile() says of each program in _wrong_programs.txt: class, arguments, end and text. There \n stands for the end of a
# line, \t for a tab, and so on.
import os
import warnings

ESCAPES = {r"\n": "\n", r"\t": "\t", r"\x0c": "\x0c", r"\u00a0": "\u00a0", r"\u200b": "\u200b", r"\u3000": "\u3000"}


def program_of(line):
    parts = line.split("\\\\")  # a doubled backslash is one
    for escape, character in ESCAPES.items():
        parts = [part.replace(escape, character) for part in parts]
    return "\\".join(parts)


def details(error):
    # Whether the text ends with its newline depends on where CPython's tokenizer is.
    arguments = error.args[:1] + tuple(part[:3] + part[4:] for part in error.args[1:])
    return arguments, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text and error.text.rstrip("\n")


warnings.simplefilter("ignore")
with open(os.path.join(os.path.dirname(__file__), "_wrong_programs.txt"), encoding="utf-8") as file:
    for line in file:
        try:
            compile(program_of(line.rstrip("\n")), "<string>", "exec")
        except SyntaxError as error:
            print(line, type(error).__name__, *details(error))
        else:
            print(line, "is fine")
