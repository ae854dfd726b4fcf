"""Turns Python modules into one C++ file that holds their sources, for `interpreter/library/library.h`.

    embed_library.py OUTPUT.cc FOLDER MODULE.py...

MODULE paths are relative to FOLDER. Sources become arrays of numbers rather than string literals, which compilers
limit in length; that also asks them to be ASCII.
"""

import sys
from pathlib import Path

# Where CPython says in tracebacks that a library module is.
SHOWN_FOLDER = '/usr/lib/python3.11/'
SHOWN_SITE_FOLDER = SHOWN_FOLDER + 'site-packages/'
THIRD_PARTY = {'threadpool.py'}


def module_name(path):
    parts = path.removesuffix('.py').split('/')
    return '.'.join(parts[:-1] if parts[-1] == '__init__' else parts)


def array_of(number, data):
    rows = [','.join(map(str, data[start:start + 40])) for start in range(0, len(data), 40)]
    return f'constexpr char source_{number}[] = {{\n' + ',\n'.join(rows or ['0']) + '};\n'


def main(output, folder, *paths):
    arrays, entries = [], []
    for number, path in enumerate(sorted(paths, key=module_name)):
        data = Path(folder, path).read_bytes()
        if not data.isascii():
            sys.exit(f'{path}: library modules must be ASCII')
        compile(data, path, 'exec')
        shown = (SHOWN_SITE_FOLDER if path in THIRD_PARTY else SHOWN_FOLDER) + path
        package = 'true' if path.endswith('__init__.py') else 'false'
        arrays.append(array_of(number, data))
        entries.append(f'    {{"{module_name(path)}", "{shown}", {{source_{number}, {len(data)}}}, {package}}},\n')
    Path(output).write_text(
        '// Written by scripts/embed_library.py.\n#include "interpreter/library/library_table.h"\n\n'
        'namespace gilsim::python {\nnamespace {\n' + ''.join(arrays)
        + 'constexpr LibraryModule modules[] = {\n' + ''.join(entries) + '};\n}  // namespace\n\n'
        'std::span<const LibraryModule> library_modules() { return modules; }\n}  // namespace gilsim::python\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
