"""head: writes the first lines or octets of files."""

import os

from _commands._streams import Failure, each_file, lines, options, pieces, write


def number_of(words, otherwise='10'):
    """The words with `-5` as `-n 5`."""
    return [f'-n{word[1:]}' if word[0:1] == '-' and word[1:].isdigit() else word for word in words]


def count_in(found, letter, otherwise):
    try:
        return int(found.get(letter, otherwise))
    except ValueError:
        what = 'lines' if letter == 'n' else 'bytes'
        raise Failure(f'invalid number of {what}: \u2018{found[letter]}\u2019') from None


def main(words):
    found, names = options(number_of(words), 'q', 'nc')
    several = len(names) > 1 and 'q' not in found
    first = True

    def copy(name):
        nonlocal first
        source = pieces(name) if 'c' in found else lines(name)
        if several:
            os.stat(name)
            write(b'' if first else b'\n')
            write(f'==> {name} <==\n'.encode())
        first = False
        left = count_in(found, 'c' if 'c' in found else 'n', 10)
        if left <= 0:
            return
        for item in source:
            write(item[:left] if 'c' in found else item)
            left -= len(item) if 'c' in found else 1
            if left <= 0:
                return

    return each_file(words[0], names, copy, "cannot open '{name}' for reading: {error}")
