"""uniq: leaves out lines that are like the one before."""

from itertools import groupby

from _commands._streams import Lines, each_file, lines, options


def main(words):
    found, names = options(words, 'cdu')
    output = Lines()

    def copy(name):
        for line, group in groupby(lines(name), lambda line: line.removesuffix(b'\n')):
            count = sum(1 for _ in group)
            if ('d' in found and count == 1) or ('u' in found and count > 1):
                continue
            output.write((b'%7d ' % count if 'c' in found else b'') + line + b'\n')

    status = each_file(words[0], names[:1], copy)
    output.flush()
    return status
