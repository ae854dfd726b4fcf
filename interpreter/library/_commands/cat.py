"""cat: writes files one after the other."""

from _commands._streams import each_file, lines, options, pieces, write


def main(words):
    found, names = options(words, 'nu')
    number = 0

    def copy(name):
        for piece in pieces(name):
            write(piece)

    def copy_numbered(name):
        nonlocal number
        for line in lines(name):
            number += 1
            write(b'%6d\t' % number + line)

    return each_file(words[0], names, copy_numbered if 'n' in found else copy)
