#!/usr/bin/env python3
"""Writes docs/modules.md: every module that programs can import, from the lists that the build uses.

    list_modules.py [--check]

With --check it writes nothing and fails when the page is not up to date.
"""

import ast
import re
import sys
from pathlib import Path

import written_page

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / 'docs' / 'modules.md'
LIBRARY = ROOT / 'interpreter' / 'library'
NATIVE = ROOT / 'interpreter' / 'modules'

HEADING = '''# Modules

<!-- Written by scripts/list_modules.py; do not edit. -->

What programs can import, besides Python files in their own folder. Modules of CPython 3.11 that are not listed are refused
before the program runs, unless the import stands inside a `try`; so are names that CPython's module has and ours lacks
(`sys.settrace`), as far as the program's text shows them.

| module | what it is | made in |
|---|---|---|
'''


def first_sentence(text):
    text = ' '.join(text.split())
    end = re.search(r'[.:](?= [A-Z]|$)', text)
    return text[:end.start()] if end else text


def native_names():
    return re.findall(r'^NATIVE_MODULE\((\w+)\)', (NATIVE / 'native_modules.def').read_text(), re.M)


def native_description(name):
    """The comment at the beginning of the module's file, without the words that repeat its name."""
    file = next(path for path in (NATIVE / f'{name}.cc', NATIVE / name / f'{name}.cc') if path.exists())
    lines = []
    for line in file.read_text().splitlines():
        if not line.startswith('//'):
            break
        lines.append(line.removeprefix('//').strip())
    text = re.sub(rf'^(The {name} module[:,]? ?|{name}: )', '', ' '.join(lines))
    text = first_sentence(text)
    return text[:1].upper() + text[1:] or 'As in CPython'


def library_paths():
    return re.findall(r"^  '([\w/]+\.py)',", (LIBRARY / 'meson.build').read_text(), re.M)


def library_modules():
    for path in library_paths():
        parts = path.removesuffix('.py').split('/')
        name = '.'.join(parts[:-1] if parts[-1] == '__init__' else parts)
        doc = ast.get_docstring(ast.parse((LIBRARY / path).read_text())) or ''
        parent = name.rpartition('.')[0]
        yield name, first_sentence(doc) or (f'Part of `{parent}`' if parent else 'A package')


def is_public(name):
    return not any(part.startswith('_') for part in name.split('.'))


def page():
    rows = [(name, native_description(name), 'C++') for name in native_names() if is_public(name)]
    rows += [(name, text, 'Python') for name, text in library_modules() if is_public(name)]
    rows.append(('os.path', 'The module `posixpath`', 'Python'))
    hidden = sorted([name for name in native_names() if not is_public(name)]
                    + [name for name, _ in library_modules() if not is_public(name)])
    text = HEADING + ''.join(f'| `{name}` | {text} | {language} |\n' for name, text, language in sorted(rows))
    return text + '\nBehind these stand ' + ', '.join(f'`{name}`' for name in hidden) + ', which programs seldom name.\n'


def main(arguments):
    written_page.write_or_check(PAGE, page(), 'list_modules.py', arguments, __doc__)


if __name__ == '__main__':
    main(sys.argv[1:])
