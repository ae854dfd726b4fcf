"""Dates and times read by a format: time.strptime() and datetime.strptime()."""

import datetime as _datetime
import re
import time as _time

_DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split()
_MONTHS = 'january february march april may june july august september october november december'.split()


def _one_of(key, words):
    return f"(?P<{key}>{'|'.join(words)})"


# The text of each directive. Alternatives are in the order in which they are tried.
_DIRECTIVES = {
    'Y': r'(?P<Y>\d\d\d\d)', 'y': r'(?P<y>\d\d)', 'G': r'(?P<G>\d\d\d\d)', 'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
    'd': r'(?P<d>3[01]|[12]\d|0[1-9]|[1-9]| [1-9])', 'H': r'(?P<H>2[0-3]|[01]\d|\d)', 'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])',
    'M': r'(?P<M>[0-5]\d|\d)', 'S': r'(?P<S>6[01]|[0-5]\d|\d)', 'f': r'(?P<f>[0-9]{1,6})',
    'j': r'(?P<j>36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])', 'U': r'(?P<U>5[0-3]|[0-4]\d|\d)',
    'W': r'(?P<W>5[0-3]|[0-4]\d|\d)', 'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)', 'u': r'(?P<u>[1-7])', 'w': r'(?P<w>[0-6])',
    'z': r'(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))', 'p': _one_of('p', ('am', 'pm')),
    'A': _one_of('A', _DAYS), 'a': _one_of('a', [day[:3] for day in _DAYS]), 'B': _one_of('B', _MONTHS),
    'b': _one_of('b', [month[:3] for month in _MONTHS]), 'Z': _one_of('Z', ('utc', 'gmt')), '%': '%',
}
_COMPOUND = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_patterns = {}


def _pattern(format):
    """The compiled expression of a format."""
    if format not in _patterns:
        if len(_patterns) > 5:
            _patterns.clear()
        _patterns[format] = re.compile(_expression(format), re.IGNORECASE)
    return _patterns[format]


def _expression(format):
    pieces, position = [], 0
    while position < len(format):
        mark = format[position]
        if mark.isspace():
            pieces.append(r'\s+')
            position += len(format[position:]) - len(format[position:].lstrip())
            continue
        position += 1
        if mark != '%':
            pieces.append(re.escape(mark))
            continue
        directive = format[position:position + 1]
        position += 1
        if directive in _COMPOUND:
            pieces.append(_expression(_COMPOUND[directive]))
        else:
            pieces.append(_DIRECTIVES[directive])  # KeyError: an unknown one
    return ''.join(pieces)


def _match(text, format):
    for place, argument in enumerate((text, format)):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {place} must be str, not {type(argument)}")
    try:
        pattern = _pattern(format)
    except KeyError as error:
        directive = error.args[0]
        if directive == '':
            raise ValueError(f"stray % in format '{format}'") from None
        raise ValueError(f"'{directive}' is a bad directive in format '{format}'") from None
    found = pattern.match(text)
    if not found:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if len(text) != found.end():
        raise ValueError(f"unconverted data remains: {text[found.end():]}")
    return found.groupdict()


def _year(found):
    if 'Y' in found:
        return int(found['Y'])
    if 'y' in found:
        return int(found['y']) + (2000 if int(found['y']) <= 68 else 1900)
    return None


def _weekday(found):
    """0 for Monday."""
    if 'A' in found:
        return _DAYS.index(found['A'].lower())
    if 'a' in found:
        return [day[:3] for day in _DAYS].index(found['a'].lower())
    if 'w' in found:
        return (int(found['w']) - 1) % 7
    return int(found['u']) - 1 if 'u' in found else None


def _month(found):
    if 'm' in found:
        return int(found['m'])
    if 'B' in found:
        return _MONTHS.index(found['B'].lower()) + 1
    if 'b' in found:
        return [month[:3] for month in _MONTHS].index(found['b'].lower()) + 1
    return 1


def _hour(found):
    if 'H' in found:
        return int(found['H'])
    if 'I' not in found:
        return 0
    hour = int(found['I']) % 12
    return hour + 12 if found.get('p', '').lower() == 'pm' else hour


def _offset(text):
    """(seconds, microseconds) east of UTC."""
    if text == 'Z':
        return 0, 0
    digits = text[1:].replace(':', '')
    if len(text) > 6 and (text[3] == ':') != (text[6] == ':' or text[3] == ':'):
        raise ValueError(f"Inconsistent use of : in {text}")
    sign = -1 if text[0] == '-' else 1
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    return sign * seconds, sign * int((digits[7:] + '000000')[:6])


def _check_iso(found, year, weekday):
    if 'G' in found:
        if 'j' in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if 'V' not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
    elif 'V' in found:
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")


def _day_of_year(found, year, weekday):
    """What %j or a week and a weekday say; None: nothing."""
    if 'j' in found:
        return int(found['j'])
    if weekday is None:
        return None
    for directive, first in (('U', 6), ('W', 0)):
        if directive in found:
            week, new_year = int(found[directive]), (_datetime.date(year, 1, 1).weekday() - first) % 7
            days_before = (7 - new_year) % 7 + 7 * (week - 1) if week else -new_year
            return 1 + days_before + (weekday - first) % 7
    if 'G' in found:
        first = _datetime.date.fromisocalendar(int(found['G']), 1, weekday + 1)  # of a year that may have no week 53
        return first.toordinal() + 7 * (int(found['V']) - 1) - _datetime.date(int(found['G']), 1, 1).toordinal() + 1
    return None


def _read(text, format):
    """((the nine fields of struct_time), microseconds, offset or None)."""
    found = _match(text, format)
    year, weekday = _year(found), _weekday(found)
    _check_iso(found, year, weekday)
    month, day = _month(found), int(found.get('d', 1))
    # 29 February is a day even when no year is given.
    leap = year is None and (month, day) == (2, 29)
    if year is None:
        year = 1904 if leap else int(found.get('G', 1900))
    yearday = _day_of_year(found, year, weekday)
    if yearday is None:
        date = _datetime.date(year, month, day)
        yearday = date.toordinal() - _datetime.date(year, 1, 1).toordinal() + 1
    else:
        date = _datetime.date.fromordinal(_datetime.date(year, 1, 1).toordinal() + yearday - 1)
        year, month, day = date.year, date.month, date.day
    weekday = date.weekday() if weekday is None else weekday
    fields = (1900 if leap else year, month, day, _hour(found), int(found.get('M', 0)), int(found.get('S', 0)), weekday, yearday,
              0 if 'Z' in found else -1)
    return fields, int((found.get('f', '') + '000000')[:6]), _offset(found['z']) if 'z' in found else None


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    return _time.struct_time(_read(data_string, format)[0])


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    fields, microsecond, offset = _read(data_string, format)
    if offset is None:
        return cls(*fields[:6], microsecond)
    zone = _datetime.timezone.utc if offset == (0, 0) else _datetime.timezone(_datetime.timedelta(0, *offset))
    return cls(*fields[:6], microsecond, zone)
