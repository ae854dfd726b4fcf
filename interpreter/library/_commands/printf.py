"""printf: writes its words by a format, again and again until they are used up."""

import re

from _commands._escapes import unescape
from _commands._streams import Failure, complain, write_text

_DIRECTIVE = re.compile(r'%(?:%|([-+ 0#]*\d*(?:\.\d+)?)([bcdeEfgGiosuxX]))')


def main(words):
    if len(words) < 2:
        raise Failure('missing operand')
    template, _ = unescape(words[1])
    rest = words[2:]
    status = 0
    while True:
        before = len(rest)
        text, failed = _filled(words[0], template, rest)
        write_text(text)
        status = status or failed
        if not rest or len(rest) == before:
            return status


def _filled(program, template, rest):
    """The template with the first words in it, which are taken away."""
    failed = 0

    def fill(match):
        nonlocal failed
        flags, kind = match.groups()
        if kind is None:
            return '%'
        word = rest.pop(0) if rest else ''
        if kind in 'bs':
            return ('%' + flags + 's') % (word if kind == 's' else unescape(word)[0])
        if kind == 'c':
            return word[:1]
        try:
            number = float(word or 0) if kind in 'eEfgG' else int(word or 0, 0)
        except ValueError:
            complain(program, f'\u2018{word}\u2019: expected a numeric value')
            number, failed = 0, 1
        return ('%' + flags + ('d' if kind in 'iu' else kind)) % number

    return _DIRECTIVE.sub(fill, template), failed
