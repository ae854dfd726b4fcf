"""Compiles every header alone, so that none leans on what another file happened to include before it.

Run as `compile_headers.py ROOT BUILD_DIRECTORY COMPILER…`. The last line counts headers.
"""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

FOLDERS = ("sim", "reports", "interpreter", "lessons", "app")


def headers(root):
    for folder in FOLDERS:
        for path, _, files in os.walk(os.path.join(root, folder)):
            for name in sorted(files):
                if name.endswith(".h"):
                    yield os.path.relpath(os.path.join(path, name), root)


def compile_alone(header, root, build, compiler):
    """Returns the compiler's complaints, empty when there are none."""
    command = [*compiler, "-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-fsyntax-only", "-I", root, "-I", build,
               "-x", "c++", "-"]
    # Twice: a header without its guard fails.
    text = f'#include "{header}"\n#include "{header}"\n'
    done = subprocess.run(command, input=text, capture_output=True, text=True, cwd=root)
    return done.stderr if done.returncode else ""


def main(root, build, *compiler):
    names = sorted(headers(root))
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda header: compile_alone(header, root, build, compiler), names))
    failed = [(name, complaints) for name, complaints in zip(names, results) if complaints]
    for name, complaints in failed:
        print(f"{name} does not compile alone:\n{complaints}")
    print(f"{len(names) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
