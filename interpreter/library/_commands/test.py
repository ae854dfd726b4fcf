"""test, or [: compares words, and looks at files."""

import os

from _commands._streams import Failure

_FILES = {'-e': os.path.exists, '-f': os.path.isfile, '-d': os.path.isdir, '-h': os.path.islink, '-L': os.path.islink,
          '-s': lambda name: os.path.exists(name) and os.stat(name).st_size > 0,
          '-r': lambda name: os.access(name, os.R_OK), '-w': lambda name: os.access(name, os.W_OK),
          '-x': lambda name: os.access(name, os.X_OK), '-t': lambda fd: os.isatty(int(fd)), '-z': lambda text: not text,
          '-n': bool}
_NUMBERS = {'-eq': int.__eq__, '-ne': int.__ne__, '-lt': int.__lt__, '-le': int.__le__, '-gt': int.__gt__, '-ge': int.__ge__}


def main(words):
    if words[0].endswith('['):
        if words[-1] != ']':
            raise Failure('missing ]', 2)
        words = words[:-1]
    return 0 if _holds(words[1:]) else 1


def _holds(words):
    if words[:1] == ['!'] and len(words) > 1:
        return not _holds(words[1:])
    if len(words) < 2:
        return bool(words and words[0])
    if len(words) == 2 and words[0] in _FILES:
        return _FILES[words[0]](words[1])
    if len(words) == 3:
        left, how, right = words
        if how in ('=', '==', '!='):
            return (left == right) == (how != '!=')
        if how in _NUMBERS:
            return _NUMBERS[how](_number(left), _number(right))
    raise Failure(f'{words[1]}: unexpected operator', 2)


def _number(word):
    try:
        return int(word)
    except ValueError:
        raise Failure(f'Illegal number: {word}', 2) from None
