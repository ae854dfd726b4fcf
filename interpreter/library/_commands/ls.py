"""ls: writes the names in folders."""

import os

from _commands._streams import complain, options, write_text


def main(words):
    found, names = options(words, '1aAdr')
    files, folders, status = [], [], 0
    for name in sorted(names) or ['.']:
        if not os.path.lexists(name):
            complain(words[0], f"cannot access '{name}': No such file or directory")
            status = 2
        elif os.path.isdir(name) and 'd' not in found:
            folders.append(name)
        else:
            files.append(name)
    blocks = [files] if files else []
    for folder in folders:
        entries = sorted(name for name in os.listdir(folder) if name[0] != '.' or found.keys() & {'a', 'A'})
        title = [f'{folder}:'] if len(names) > 1 else []
        blocks.append(title + _ordered((['.', '..'] if 'a' in found else []) + entries, found))
    write_text('\n'.join(''.join(name + '\n' for name in block) for block in blocks))
    return status


def _ordered(names, found):
    return names[::-1] if 'r' in found else names
