"""tee: writes its input to files as well."""

import os

from _commands._streams import complain, options, pieces, write


def main(words):
    found, names = options(words, 'a')
    how = os.O_WRONLY | os.O_CREAT | (os.O_APPEND if 'a' in found else os.O_TRUNC)
    files, status = [1], 0
    for name in names:
        try:
            files.append(os.open(name, how, 0o666))
        except OSError as error:
            complain(words[0], f'{name}: {error.strerror}')
            status = 1
    for piece in pieces('-'):
        for fd in files:
            write(piece, fd)
    return status
