#!/usr/bin/env python3
"""Writes docs/differences.md: where programs can notice that this is not CPython, from the heads of tests/differences.

    list_differences.py [--check]

With --check it writes nothing and fails when the page is not up to date.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / 'docs' / 'differences.md'
PROGRAMS = ROOT / 'tests' / 'differences'

sys.path.insert(0, str(ROOT / 'tests'))
sys.dont_write_bytecode = True
import run_differences
import written_page

HEADING = '''# Differences from CPython on purpose

<!-- Written by scripts/list_differences.py; do not edit. -->

What a program can notice, and why. Each line is the head of a small program in [tests/differences](../tests/differences), which
is run by both. Defects do not belong here: they are mended. What is missing stands in [unsupported.md](unsupported.md).
'''

TITLES = {'language': 'The language', 'machine': 'The computer', 'files': 'Files', 'threads': 'Threads'}


def row(path):
    said = run_differences.Difference(path).said
    cells = [said[key].replace('|', '\\|') for key in ('gilsim', 'cpython', 'why')]
    link = f'[{path.stem.replace("_", " ")}](../{path.relative_to(ROOT)})'
    return '| ' + ' | '.join([link, *cells]) + ' |\n'


def section(folder, title):
    paths = sorted((PROGRAMS / folder).glob('[!_]*.py'))
    return (f'\n## {title}\n| | gilsim | CPython | why |\n|---|---|---|---|\n' + ''.join(row(path) for path in paths))


def main(arguments):
    unknown = {path.name for path in PROGRAMS.iterdir() if path.name != '__pycache__'} - {*TITLES, 'meson.build'}
    if unknown:
        sys.exit(f'{__doc__}\nfolders without a title: {unknown}')
    text = HEADING + ''.join(section(*item) for item in TITLES.items())
    written_page.write_or_check(PAGE, text, 'list_differences.py', arguments, __doc__)


if __name__ == '__main__':
    main(sys.argv[1:])
