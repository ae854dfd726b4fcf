"""What becomes of the words of a command: variables and outputs of commands are put in, and names of files."""

import re

from _commands._lexer import NAME, SUM, TEXT

_WILD = re.compile(r'[*?[]')
_VARIABLE = re.compile(r'\$?([A-Za-z_]\w*)')
_SUM = re.compile(r'(?:[\d\s+*%()-]|/(?!/)|[<>]=?|[!=]=)+')


class Refused(Exception):
    """A command that cannot be run."""

    def __init__(self, message, status):
        super().__init__(message)
        self.status = status


class Hopeless(Refused):
    """One after which the shell ends, since what follows would not do what it says."""


def expand(words, value_of, output_of):
    """The words, of which each may have become several, or none."""
    return [each for parts in words for each in _names(_fields(parts, value_of, output_of))]


def expand_whole(parts, value_of, output_of):
    """One word that stays one: what is assigned, or the name of a file."""
    return ''.join(_value(part, value_of, output_of) for part in _with_home(parts, value_of))


def _value(part, value_of, output_of):
    if part.kind == TEXT:
        return part.text
    if part.kind == SUM:
        return _calculated(part.text, value_of)
    return value_of(part.text) if part.kind == NAME else output_of(part.text)


def _calculated(text, value_of):
    """What a sum of integers and variables comes to."""
    text = _VARIABLE.sub(lambda match: value_of(match[1]) or '0', text)
    if not _SUM.fullmatch(text):
        raise Hopeless(f'arithmetic expression: expecting primary: "{text}"', 2)
    try:
        return str(int(eval(text.replace('/', '//'))))
    except ZeroDivisionError:
        raise Hopeless(f'arithmetic expression: division by zero: "{text}"', 2) from None
    except SyntaxError:
        raise Hopeless(f'arithmetic expression: expecting primary: "{text}"', 2) from None


def _with_home(parts, value_of):
    first = parts[0] if parts else None
    if first and first.kind == TEXT and not first.quoted and (first.text == '~' or first.text.startswith('~/')):
        return (first._replace(text=value_of('HOME') + first.text[1:]), *parts[1:])
    return parts


def _fields(parts, value_of, output_of):
    """The word as fields, each a list of (text, quoted): only what was put in unquoted is split at blanks."""
    fields, field = [], None
    for part in _with_home(parts, value_of):
        text = _value(part, value_of, output_of)
        if part.kind == TEXT or part.quoted:
            field = (field or []) + [(text, part.quoted)]
            continue
        pieces = re.split(r'[ \t\n]+', text)
        for number, piece in enumerate(pieces):
            if number > 0 and field is not None:
                fields.append(field)
                field = None
            if piece:
                field = (field or []) + [(piece, False)]
    return fields if field is None else fields + [field]


def _names(fields):
    for field in fields:
        text = ''.join(text for text, _ in field)
        if any(not quoted and _WILD.search(text) for text, quoted in field):
            import glob
            pattern = ''.join(glob.escape(text) if quoted else text for text, quoted in field)
            yield from sorted(glob.glob(pattern)) or [text]
        else:
            yield text
