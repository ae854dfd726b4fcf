"""How unittest shows values in its messages."""

from collections import Counter
from os.path import commonprefix

MAX_LENGTH = 80
_PLACEHOLDER = len('[1234 chars]')
_ENDS = 5  # characters that stay at each end of what is cut
_DIFFERENCE = MAX_LENGTH - 3 * _ENDS - 2 * _PLACEHOLDER


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text[:MAX_LENGTH] + ' [truncated]...' if short and len(text) >= MAX_LENGTH else text


def _shorten(text, head, tail):
    skipped = len(text) - head - tail
    if skipped <= _PLACEHOLDER:
        return text
    return '%s[%d chars]%s' % (text[:head], skipped, text[len(text) - tail:])


def common_shorten_repr(*args):
    """The values as texts of at most 80 characters; what they have in common at their beginnings is cut first."""
    texts = tuple(safe_repr(item) for item in args)
    longest = max(map(len, texts))
    if longest <= MAX_LENGTH:
        return texts
    prefix = commonprefix(texts)
    length = len(prefix)
    room = MAX_LENGTH - (longest - length + _ENDS + _PLACEHOLDER)
    if room > _ENDS:
        prefix = _shorten(prefix, _ENDS, room)
        return tuple(prefix + text[length:] for text in texts)
    prefix = _shorten(prefix, _ENDS, _ENDS)
    return tuple(prefix + _shorten(text[length:], _DIFFERENCE, _ENDS) for text in texts)


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def count_differences(actual, expected):
    """(how often in actual, how often in expected, item) for each item that is not equally often in both."""
    try:
        mine, other = Counter(actual), Counter(expected)
    except TypeError:
        return _count_unhashable(list(actual), list(expected))
    result = [(count, other.get(item, 0), item) for item, count in mine.items() if other.get(item, 0) != count]
    return result + [(0, count, item) for item, count in other.items() if item not in mine]


def _count_unhashable(mine, other):
    result = []
    while mine or other:
        item = (mine or other)[0]
        counts = tuple(sum(1 for each in side if each == item) for side in (mine, other))
        if counts[0] != counts[1]:
            result.append((*counts, item))
        mine = [each for each in mine if not each == item]
        other = [each for each in other if not each == item]
    return result
