#!/usr/bin/env python3
"""Writes interpreter/runtime/missing_names.def: the public names of CPython 3.11's modules that gilsim's modules lack;
and from it docs/unsupported.md (list_unsupported.py).

    list_missing_names.py GILSIM        to be run by CPython 3.11

To be run when modules have changed. A name that has come since does no harm: before gilsim refuses a program for a name in the
list, it looks whether the module lacks it still.
"""

import importlib
import subprocess
import sys
import textwrap
import types
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import list_modules
import list_unsupported

TABLE = Path(__file__).resolve().parent.parent / 'interpreter' / 'runtime' / 'missing_names.def'

HEADING = '''// Written by scripts/list_missing_names.py; do not edit. The public names of CPython 3.11's modules that gilsim's modules
// lacked when it was last run: MODULE(name, names). Used by missing_names.cc.
// clang-format off
'''

# `import unittest.main as asked` would be the class of that name.
ASK = '''import sys, {module}
asked = sys.modules['{module}']
def has(name):
    try:
        return hasattr(asked, name)
    except ImportError:
        return False
print(*[name for name in {names} if not has(name)])
'''


def belongs(module, name):
    """Whether a name is the module's own and not one that it has imported."""
    value = getattr(module, name)
    if isinstance(value, types.ModuleType):
        return False
    home = getattr(value, '__module__', None) or module.__name__
    return not hasattr(module, '__file__') or home in (module.__name__, '_' + module.__name__, 'posix')


def is_public(module, name):
    return not name.startswith('_' if module.__name__ != 'sys' else '__')


def public_names(module):
    if hasattr(module, '__all__'):
        return sorted(set(module.__all__))
    return [name for name in dir(module) if is_public(module, name) and belongs(module, name)]


def missing_names(gilsim, name):
    try:
        module = importlib.import_module(name)
    except ImportError:  # one of those that gilsim has besides
        return []
    program = ASK.format(module=name, names=public_names(module))
    done = subprocess.run([gilsim, 'run', '-q', '-'], input=program, capture_output=True, text=True, check=True)
    return done.stdout.split()


def row(module, names):
    lines = textwrap.wrap(' '.join(names), 110)
    return f'MODULE("{module}",\n' + '\n'.join(f'       "{line} "' for line in lines)[:-2] + '")\n'


def main(gilsim):
    if sys.version_info[:2] != (3, 11):
        sys.exit(f'{sys.argv[0]} is to be run by CPython 3.11')
    warnings.simplefilter('ignore')
    modules = list_modules.native_names() + [name for name, _ in list_modules.library_modules()]
    missing = {name: missing_names(gilsim, name) for name in sorted(modules) if list_modules.is_public(name)}
    TABLE.write_text(HEADING + ''.join(row(*item) for item in missing.items() if item[1]) + '// clang-format on\n')
    list_unsupported.main([])


if __name__ == '__main__':
    main(*sys.argv[1:])
