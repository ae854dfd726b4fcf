"""rm: removes files, with -r also folders."""

import os
import shutil

from _commands._streams import Failure, complain, options


def main(words):
    found, names = options(words, 'frR')
    if not names and 'f' not in found:
        raise Failure("missing operand\nTry 'rm --help' for more information.")
    status = 0
    for name in names:
        try:
            if os.path.isdir(name) and not os.path.islink(name):
                if not found.keys() & {'r', 'R'}:
                    raise IsADirectoryError(21, 'Is a directory')
                shutil.rmtree(name)
            else:
                os.unlink(name)
        except OSError as error:
            if 'f' not in found or error.errno != 2:
                complain(words[0], f"cannot remove '{name}': {error.strerror}")
                status = 1
    return status
