"""uname: writes what computer this is."""

import os

from _commands._streams import options, write_text


def main(words):
    found, _ = options(words, 'asnrvm')
    names = os.uname()
    letters = 'snrvm' if 'a' in found else ''.join(letter for letter in 'snrvm' if letter in found) or 's'
    write_text(' '.join(names['snrvm'.index(letter)] for letter in letters) + (' GNU/Linux' if 'a' in found else '') + '\n')
    return 0
