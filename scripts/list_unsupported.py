#!/usr/bin/env python3
"""Writes docs/unsupported.md: the constructs, modules and names of CPython 3.11 that gilsim refuses, from its own tables.

    list_unsupported.py [--check]

With --check it writes nothing and fails when the page is not up to date.
"""

import re
import sys
from pathlib import Path

import list_modules
import written_page

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / 'docs' / 'unsupported.md'
SYNTAX = ROOT / 'interpreter' / 'syntax'
RUNTIME = ROOT / 'interpreter' / 'runtime'

HEADING = '''# What gilsim refuses

<!-- Written by scripts/list_unsupported.py; do not edit. -->

All of this is named with file and line before the program runs (exit status 2), unless it stands inside a `try` that is
prepared for it. What is there but behaves differently on purpose stands in [differences.md](differences.md), what can be imported
in [modules.md](modules.md).
'''

# Modules as programs on concurrency use them (most often first), then as teaching programs do; others come last.
BY_USE = '''time threading asyncio multiprocessing random concurrent queue os functools math _thread collections sys re contextlib
itertools logging timeit atexit datetime gc io pprint tempfile decimal enum heapq types typing abc copy dataclasses json operator
string uuid warnings argparse subprocess socket select selectors signal urllib http socketserver inspect weakref traceback
pickle unittest calendar cmath importlib codecs tracemalloc cProfile ast dis sqlite3 doctest zipfile tarfile bz2 lzma html xml email
configparser csv hashlib hmac secrets zoneinfo ipaddress unicodedata tomllib optparse cmd shelve colorsys filecmp mimetypes
pdb trace profile pstats resource ctypes mmap fcntl faulthandler codeop code runpy pkgutil token tokenize turtle tkinter'''.split()
RANKS = {name: rank for rank, name in enumerate(BY_USE)}

# In CPython's list of standard modules, but on no Linux.
ELSEWHERE = {'msilib', 'msvcrt', 'nt', 'winreg', 'winsound'}


def by_use(name):
    return RANKS.get(name.partition('.')[0], len(RANKS)), name


def constructs():
    """What the parser refuses with words of its own: `unsupported({RemarkId::name`, worded in remarks.def."""
    words = dict(re.findall(r'REMARK\((\w+),\s*"([^"]*)"', (SYNTAX / 'remarks.def').read_text()))
    for path in sorted(SYNTAX.glob('*.cc')):
        for name in re.findall(r'= unsupported\(\{RemarkId::(\w+)', path.read_text()):
            yield words[name].replace('{}', '…')


def refused_modules():
    table = re.sub(r'//.*', '', (RUNTIME / 'standard_modules.def').read_text())
    present = {name for name, _ in list_modules.library_modules()} | {*list_modules.native_names(), 'builtins'}
    return [name for name in re.findall(r'MODULE\("(\w+)"\)', table)
            if name not in present | ELSEWHERE and not name.startswith('_')]


def refused_names():
    """(module, its missing names) for each module that lacks some."""
    table = (RUNTIME / 'missing_names.def').read_text()
    for module, names in re.findall(r'^MODULE\("([^"]+)",\s*((?:"[^"]*"\s*)+)\)', table, re.M):
        yield module, ''.join(re.findall('"([^"]*)"', names)).split()


def functions_first(name):
    return name.isupper(), name[:1].isupper(), name


def listed(names):
    return ', '.join(f'`{name}`' for name in names)


def page():
    modules = sorted(refused_modules(), key=by_use)
    known = [name for name in modules if name in RANKS]
    rare = [name for name in modules if name not in RANKS]
    text = HEADING + '\n## Constructs\nAll of the grammar is there. Refused are only:\n'
    text += ''.join(f'- {words}\n' for words in constructs())
    text += f'\n## Modules\nThose that programs use most come first: {listed(known)}.\n\nSeldom used: {listed(rare)}.\n'
    text += '\n## Names that modules lack\n| module | names |\n|---|---|\n'
    rows = sorted(refused_names(), key=lambda row: by_use(row[0]))
    return text + ''.join(f'| `{module}` | {listed(sorted(names, key=functions_first))} |\n' for module, names in rows)


def main(arguments):
    written_page.write_or_check(PAGE, page(), 'list_unsupported.py', arguments, __doc__)


if __name__ == '__main__':
    main(sys.argv[1:])
