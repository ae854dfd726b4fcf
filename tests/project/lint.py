"""The project's own lint: who may include whom, forgotten marks, unnamed sources, paths of one machine, dead links.

Few rules, and each one is an error. Run as `lint.py ROOT`; the last line counts rules, not findings.
"""
import os
import re
import sys

SOURCE_FOLDERS = ("sim", "reports", "interpreter", "lessons", "app", "tests", "benchmarks")
SOURCE_ENDINGS = (".cc", ".h", ".def")
TEXT_ENDINGS = SOURCE_ENDINGS + (".py", ".md", ".build", ".sh", ".toml", ".txt", "")

# Which folders the files of a folder may include, besides their own.
MAY_INCLUDE = {
    "sim": (),
    "reports": ("sim",),
    "interpreter": ("sim",),
    "lessons": ("interpreter", "sim", "reports"),
    "app": ("lessons", "interpreter", "reports", "sim"),
    "tests": ("app", "lessons", "interpreter", "reports", "sim"),
    "benchmarks": ("app", "lessons", "interpreter", "reports", "sim"),
}
# Inside interpreter/: a folder may include those of lower levels. The library is data, embedded by a tool that compiles it.
INTERPRETER_LEVELS = {"unicode": -1, "syntax": 0, "compiler": 1, "library": 2, "objects": 2, "runtime": 3, "builtins": 4, "modules": 5}

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
# Written in two halves so that this file does not find itself.
FORGOTTEN = re.compile(r"\b(" + "TO" + "DO|FIX" + "ME|XX" + r"X)\b")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(work|root|home/[a-z]\w*|Users/\w+)/")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")


def project_files(root):
    """Every file of the project, as paths relative to root, without build directories and hidden folders."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f != "__pycache__" and not f.startswith((".git", ".cache", "build")))
        for name in sorted(files):
            yield os.path.relpath(os.path.join(folder, name), root)


def lines_of(root, path):
    with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
        return file.read().splitlines()


def sources(root, endings=SOURCE_ENDINGS):
    for path in project_files(root):
        if path.endswith(endings) and path.split(os.sep)[0] in SOURCE_FOLDERS:
            yield path


def text_files(root):
    for path in project_files(root):
        if os.path.splitext(path)[1] in TEXT_ENDINGS:
            yield path


def may_include(includer, included):
    """Whether a file may include another, both named from the root."""
    parts, target = includer.split("/"), included.split("/")
    if target[0] not in MAY_INCLUDE:
        return True  # a generated header or one next to the file
    if target[0] != parts[0]:
        return target[0] in MAY_INCLUDE[parts[0]]
    if parts[0] != "interpreter" or len(parts) < 3 or len(target) < 3 or parts[1] == target[1]:
        return True
    return INTERPRETER_LEVELS.get(target[1], 9) < INTERPRETER_LEVELS.get(parts[1], 9)


def include_directions(root):
    for path in sources(root):
        for number, line in enumerate(lines_of(root, path), 1):
            found = INCLUDE.match(line)
            if found and not may_include(path, found[1]):
                yield f"{path}:{number}: must not include {found[1]}"


def forgotten_marks(root):
    for path in text_files(root):
        for number, line in enumerate(lines_of(root, path), 1):
            found = FORGOTTEN.search(line)
            if found:
                yield f"{path}:{number}: a left-over {found[1]}"


def machine_paths(root):
    for path in text_files(root):
        for number, line in enumerate(lines_of(root, path), 1):
            found = MACHINE_PATH.search(line)
            if found:
                yield f"{path}:{number}: a path of one machine: {found[0]}"


def unnamed_sources(root):
    """A .cc file must stand in the meson.build of its folder or of one above it."""
    for path in sources(root, (".cc",)):
        if not any(names_source(root, path, above) for above in folders_above(path)):
            yield f"{path}: no meson.build names it"


def folders_above(path):
    folder = os.path.dirname(path)
    while folder:
        yield folder
        folder = os.path.dirname(folder)
    yield ""


def names_source(root, path, folder):
    build_file = os.path.join(folder, "meson.build")
    if not os.path.exists(os.path.join(root, build_file)):
        return False
    name = re.escape(os.path.relpath(path, folder or "."))
    return any(re.search(rf"['/\s]{name}\b", line) for line in lines_of(root, build_file))


def missing_guards(root):
    for path in sources(root, (".h",)):
        precompiled = os.path.basename(os.path.dirname(path)) == "pch"  # is never included; g++ refuses the pragma there
        if not precompiled and "#pragma once" not in lines_of(root, path):
            yield f"{path}: no #pragma once"


def dead_links(root):
    for path in project_files(root):
        if not path.endswith(".md"):
            continue
        for number, line in enumerate(lines_of(root, path), 1):
            for target in LINK.findall(line):
                if not os.path.exists(os.path.join(root, os.path.dirname(path), target)):
                    yield f"{path}:{number}: there is no {target}"


RULES = (include_directions, forgotten_marks, machine_paths, unnamed_sources, missing_guards, dead_links)


def main(root):
    failed = 0
    for rule in RULES:
        findings = list(rule(root))
        failed += bool(findings)
        for finding in findings:
            print(f"{finding}  [{rule.__name__}]")
    print(f"{len(RULES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
