"""tr: writes its input with some characters in place of others, or without them."""

import string

from _commands._escapes import unescape
from _commands._streams import Failure, options, pieces, write

_CLASSES = {'[:upper:]': string.ascii_uppercase, '[:lower:]': string.ascii_lowercase, '[:digit:]': string.digits,
            '[:alpha:]': string.ascii_letters, '[:space:]': string.whitespace}


def main(words):
    found, sets = options(words, 'd')
    if len(sets) != (1 if 'd' in found else 2):
        raise Failure('missing operand' if len(sets) < 2 else f'extra operand \u2018{sets[-1]}\u2019')
    if 'd' in found:
        table, removed = None, _members(sets[0])
    else:
        old, new = map(_members, sets)
        table, removed = bytes.maketrans(old, (new + new[-1:] * len(old))[:len(old)]), b''
    for piece in pieces('-'):
        write(piece.translate(table, removed))
    return 0


def _members(text):
    """The octets of a set such as `a-z`."""
    if text in _CLASSES:
        return _CLASSES[text].encode()
    octets = unescape(text)[0].encode()
    members = b''
    while octets:
        if octets[1:2] == b'-' and len(octets) > 2:
            members += bytes(range(octets[0], octets[2] + 1))
            octets = octets[3:]
        else:
            members += octets[:1]
            octets = octets[1:]
    return members
