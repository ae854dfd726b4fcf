"""mkdir: makes folders."""

import os

from _commands._streams import complain, options


def main(words):
    found, names = options(words, 'p')
    status = 0
    for name in names:
        try:
            if 'p' in found:
                os.makedirs(name, exist_ok=True)
            else:
                os.mkdir(name)
        except OSError as error:
            complain(words[0], f'cannot create directory \u2018{name}\u2019: {error.strerror}')
            status = 1
    return status
