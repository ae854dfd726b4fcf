"""ls: writes the names in folders, with -l also what there is to know of them."""

import os
import stat
import time

from _commands._streams import complain, options, write_text


def main(words):
    found, names = options(words, '1aAdlr')
    files, folders, status = [], [], 0
    for name in sorted(names) or ['.']:
        if not os.path.lexists(name):
            complain(words[0], f"cannot access '{name}': No such file or directory")
            status = 2
        elif os.path.isdir(name) and 'd' not in found:
            folders.append(name)
        else:
            files.append(name)
    blocks = [_long('', files, False) if 'l' in found else files] if files else []
    for folder in folders:
        entries = sorted(name for name in os.listdir(folder) if name[0] != '.' or found.keys() & {'a', 'A'})
        title = [f'{folder}:'] if len(names) > 1 else []
        entries = _ordered((['.', '..'] if 'a' in found else []) + entries, found)
        blocks.append(title + (_long(folder, entries, True) if 'l' in found else entries))
    write_text('\n'.join(''.join(name + '\n' for name in block) for block in blocks))
    return status


def _ordered(names, found):
    return names[::-1] if 'r' in found else names


def _long(folder, names, with_total):
    """A line for each name, in columns."""
    found = [os.lstat(os.path.join(folder, name)) for name in names]
    rows = [(stat.filemode(one.st_mode), str(one.st_nlink), str(one.st_uid), str(one.st_gid), str(one.st_size),
             time.strftime('%b %e %H:%M', time.localtime(one.st_mtime))) for one in found]
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = [' '.join([row[0], *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:])), name])
             for row, name in zip(rows, names)]
    blocks = sum((one.st_size + 4095) // 4096 * 4 for one in found)
    return [f'total {blocks}', *lines] if with_total else lines
