"""Compiles every public header alone, so that none leans on what another file happened to include before it.

A header is public when a file of another folder includes it; one that only its own folder uses is not compiled here, nor one that
its own source includes before all others: the build does that. Run as `compile_headers.py ROOT BUILD_DIRECTORY COMPILER…`. The last
line counts headers.
"""
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

FOLDERS = ("sim", "reports", "interpreter", "lessons", "app")


def sources(root):
    for folder in FOLDERS:
        for path, _, files in os.walk(os.path.join(root, folder)):
            for name in files:
                if name.endswith((".h", ".cc")):
                    yield os.path.join(path, name)


def is_built_first(root, header):
    """Whether the source of the same name begins with it."""
    source = os.path.join(root, header[:-2] + ".cc")
    if not os.path.exists(source):
        return False
    with open(source, encoding="utf-8") as file:
        first = re.search(r'^#include (.*)', file.read(), re.MULTILINE)
    return bool(first) and first[1].strip() == f'"{header}"'


def public_headers(root):
    found = set()
    for source in sources(root):
        folder = os.path.relpath(os.path.dirname(source), root)
        with open(source, encoding="utf-8") as file:
            included = re.findall(r'^#include "(.*\.h)"', file.read(), re.MULTILINE)
        found.update(name for name in included if os.path.dirname(name) != folder)
    return sorted(name for name in found if not is_built_first(root, name))


def compile_alone(header, root, build, compiler):
    """Returns the compiler's complaints, empty when there are none."""
    command = [*compiler, "-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-fsyntax-only", "-I", root, "-I", build,
               "-x", "c++", "-"]
    # Twice: a header without its guard fails.
    text = f'#include "{header}"\n#include "{header}"\n'
    done = subprocess.run(command, input=text, capture_output=True, text=True, cwd=root)
    return done.stderr if done.returncode else ""


def main(root, build, *compiler):
    names = public_headers(root)
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda header: compile_alone(header, root, build, compiler), names))
    failed = [(name, complaints) for name, complaints in zip(names, results) if complaints]
    for name, complaints in failed:
        print(f"{name} does not compile alone:\n{complaints}")
    print(f"{len(names) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
