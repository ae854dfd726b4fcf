#!/usr/bin/env python3
"""Writes interpreter/runtime/import_costs.def: what it costs CPython 3.11 to import each module of our library.

    list_import_costs.py [--check]

It times /usr/bin/python3, for a minute or two; the machine should have nothing else to do. With --check it writes nothing and
fails when a module is missing in the table. Exit status 77 then, for "skipped": there is no CPython 3.11.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import list_modules

TABLE = Path(__file__).resolve().parent.parent / 'interpreter' / 'runtime' / 'import_costs.def'
PYTHON = '/usr/bin/python3'
ROUNDS = 9

HEADING = '''\
// What CPython 3.11 pays to import a module that is not loaded at its start: IMPORT(name, us, from, needs), the module's own
// time as the best of several runs of `python3 -X importtime`, where it comes from, and what it imports besides. Names that it
// tries in vain are there, too. Written by scripts/list_import_costs.py; do not edit.
// clang-format off
'''


def python(*arguments):
    return subprocess.run([PYTHON, *arguments], capture_output=True, text=True, env={**os.environ, 'PYTHONHASHSEED': '0'})


def our_modules():
    """All that programs may name and CPython may have, parts of packages behind the packages."""
    return sorted({*list_modules.native_names(), *(name for name, _ in list_modules.library_modules())})


def imports(name):
    """(module, microseconds, what it imported) of each module that `import name` loads; empty where there is no such module."""
    result = python('-X', 'importtime', '-c', f'import {name}')
    if result.returncode:
        return
    waiting, seen = [], set()  # (depth, module): whose importer comes later
    for line in result.stderr.splitlines():
        match = re.fullmatch(r'import time: +(\d+) \| +\d+ \| ( *)(\S+)', line)
        if not match:
            continue
        microseconds, depth, module = int(match[1]), len(match[2]), match[3]
        needs = [other for other_depth, other in waiting if other_depth > depth]
        waiting = [(other_depth, other) for other_depth, other in waiting if other_depth <= depth] + [(depth, module)]
        # What its package has imported already is listed once more.
        if module not in seen:
            yield module, microseconds, needs
        seen.add(module)


def known_at_start():
    """What is in sys.modules at CPython's start, or has been tried."""
    return {*python('-c', 'import sys; print(*sys.modules)').stdout.split(), *(name for name, _, _ in imports('sys'))}


def measure(names):
    """The best time and all the needs of each module that one of `names` loads."""
    best, needs = {}, {}
    for name in names:
        for _ in range(ROUNDS):
            for module, microseconds, needed in imports(name):
                best[module] = min(best.get(module, microseconds), microseconds)
                needs.setdefault(module, {}).update(dict.fromkeys(needed))
    return best, needs


def origins(names):
    code = ('import importlib.util, sys\n'
            'for name in sys.argv[1:]:\n'
            '    try: origin = importlib.util.find_spec(name).origin\n'
            '    except Exception: origin = None\n'
            '    print("File" if origin and origin.endswith(".py") else "Shared" if origin and ".so" in origin else "Within")\n')
    return dict(zip(names, python('-c', code, *names).stdout.split()))


def rounded(microseconds):
    """To two digits."""
    unit = 10 ** max(0, len(str(microseconds)) - 2)
    return round(microseconds / unit) * unit


def table():
    known = known_at_start()
    best, needs = measure([name for name in our_modules() if name not in known])
    names = sorted(set(best) - known)
    kinds = origins(names)
    rows = []
    for name in names:
        needed = ' '.join(other for other in needs[name] if other not in known and other != name)
        rows.append(f'IMPORT("{name}", {rounded(best[name])}, {kinds[name]}, "{needed}")\n')
    return HEADING + ''.join(rows)


def missing():
    known = known_at_start() | set(re.findall(r'^IMPORT\("([^"]+)"', TABLE.read_text(), re.M))
    return [name for name in our_modules() if name not in known and python('-c', f'import {name}').returncode == 0]


def main(arguments):
    if not python('--version').stdout.startswith('Python 3.11.'):
        sys.exit(77 if arguments else f'{PYTHON} must be Python 3.11')
    if arguments == ['--check']:
        if names := missing():
            sys.exit(f'{TABLE.name} lacks {", ".join(names)}: run scripts/list_import_costs.py')
    elif arguments:
        sys.exit(__doc__)
    else:
        TABLE.write_text(table())


if __name__ == '__main__':
    main(sys.argv[1:])
