"""sort: writes the lines of all files in order."""

import re

from _commands._streams import Failure, each_file, lines, options, write

_NUMBER = re.compile(rb'\s*(-?\d*\.?\d*)')


def _value(line):
    try:
        return float(_NUMBER.match(line)[1])
    except ValueError:
        return 0.0


def _key(found):
    """What lines are compared by: from a column on, as numbers or as octets."""
    column = int(found.get('k', '1').partition(',')[0].rstrip('nr')) - 1
    separator = found['t'].encode() if 't' in found else None
    is_number = 'n' in found or 'n' in found.get('k', '')

    def key(line):
        text = (separator or b' ').join(line.split(separator)[column:]) if column else line
        return _value(text) if is_number else text.upper() if 'f' in found else text, line

    return key


def main(words):
    found, names = options(words, 'rnuf', 'kt')
    if 't' in found and 'k' not in found:
        raise Failure('there is no option -t without -k in gilsim', 2)
    rows = []
    status = each_file(words[0], names, lambda name: rows.extend(line.removesuffix(b'\n') for line in lines(name)),
                       'cannot read: {name}: {error}')
    if status:
        return 2

    rows = sorted(set(rows) if 'u' in found else rows, key=_key(found), reverse='r' in found)
    write(b''.join(row + b'\n' for row in rows))
    return 0
