"""Runs each test program under CPython 3.11: with its own standard library, and twice with ours laid over it.

All must print the same. The second time native modules that ours only uses when they exist are hidden. Only what cannot
be the same is taken out first: addresses, the time that tests took, and in tracebacks the folder, line number and text of
library lines. Exit status 77, for "skipped", when there is no CPython 3.11.

    compare_library.py [--show] [PROGRAM...]
"""

import difflib
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
OURS = os.path.join(os.path.dirname(os.path.dirname(HERE)), 'interpreter', 'library')

# Frozen modules would come before ours, and what the start of Python has imported has to be imported again.
START = '''
import sys
library, hidden, path = sys.argv[1:]
if library:
    import os
    import re  # native in gilsim; CPython's needs CPython's enum
    sys.path.insert(0, library)
    for name in list(sys.modules):
        base = os.path.join(library, *name.split('.'))
        if name not in ('os', 're') and (os.path.exists(base + '.py') or os.path.exists(os.path.join(base, '__init__.py'))):
            del sys.modules[name]
    for name in hidden.split():
        sys.modules[name] = None
    sys.modules['_spending'] = type(sys)('_spending')
    sys.modules['_spending'].pay = lambda nanoseconds: None  # a real Python takes the time that it takes
sys.argv[:] = [path]
del library, hidden
__file__ = path
exec(compile(open(path, encoding='utf-8').read(), path, 'exec'))
'''

OPTIONAL_NATIVE_MODULES = '_bisect _functools _heapq _operator'


def find_python():
    for name in ('/usr/bin/python3', 'python3.11', sys.executable):
        try:
            version = subprocess.run([name, '-c', 'import sys; print(sys.version_info[:2] == (3, 11))'],
                                     capture_output=True, text=True).stdout
        except OSError:
            continue
        if version.strip() == 'True':
            return name
    return None


def normalise(text):
    text = re.sub(r'0x[0-9a-f]{6,}', '0xADDRESS', text)
    text = re.sub(r'^(Ran \d+ tests?) in \d+\.\d+s$', r'\1', text, flags=re.M)
    text = re.sub(r' File ".*?(?:python3\.11|interpreter/library)/([^"]*)", line \d+', r' File "LIBRARY/\1"', text)
    return re.sub(r'( File "LIBRARY/.*\n)(?:    .*\n)+', r'\1', text)


def run(python, program, library, hidden=''):
    environment = {**os.environ, 'PYTHONDONTWRITEBYTECODE': '1', 'PYTHONHASHSEED': '0'}
    environment.pop('PYTHONPATH', None)
    command = [python, '-B', '-s', '-S', '-X', 'frozen_modules=off', '-X', 'utf8', '-c', START, library, hidden, program]
    try:
        result = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    except subprocess.TimeoutExpired:
        return 'does not end\n'
    return normalise(result.stdout + '--- stderr\n' + result.stderr + f'--- status {result.returncode}\n')


def compare(program, label, expected, found):
    if expected == found:
        return True
    print(f'FAIL {os.path.basename(program)}')
    sys.stdout.writelines(difflib.unified_diff(
        expected.splitlines(True), found.splitlines(True), "CPython's library", label, n=2))
    return False


def main(arguments):
    python = find_python()
    if python is None:
        print('no CPython 3.11 here')
        return 77
    show = '--show' in arguments
    programs = [os.path.abspath(name) for name in arguments if name != '--show'] or sorted(
        os.path.join(HERE, name) for name in os.listdir(HERE)
        if name.endswith('.py') and name != os.path.basename(__file__))
    failures = 0
    for program in programs:
        expected = run(python, program, '')
        if show:
            print(expected)
        failures += not (compare(program, 'our library', expected, run(python, program, OURS))
                         and compare(program, 'our library, natives hidden', expected,
                                     run(python, program, OURS, OPTIONAL_NATIVE_MODULES)))
    print(f'{len(programs) - failures} passed, {failures} failed')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
