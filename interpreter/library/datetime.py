"""Dates, times of day, moments and durations. The local time zone of the simulated computer is UTC."""

import time as _time

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

MINYEAR, MAXYEAR = 1, 9999
_MAX_ORDINAL = 3652059
_DAY_NAMES = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MONTH_NAMES = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
                'November', 'December')
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


# --- the calendar ----------------------------------------------------------------------------------------------------


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _ordinal(year, month, day):
    """1 is January 1st of the year 1."""
    before = year - 1
    leap_day = month > 2 and _is_leap(year)
    return before * 365 + before // 4 - before // 100 + before // 400 + _DAYS_BEFORE[month] + leap_day + day


def _from_ordinal(ordinal):
    year = ordinal * 400 // 146097 + 1  # at most one too late
    while _ordinal(year, 1, 1) > ordinal:
        year -= 1
    day = ordinal - _ordinal(year, 1, 1) + 1
    month = 1
    while day > _days_in_month(year, month):
        day -= _days_in_month(year, month)
        month += 1
    return year, month, day


def _first_iso_monday(year):
    """The ordinal of the Monday that begins ISO week 1: that of the week with January 4th."""
    fourth = _ordinal(year, 1, 4)
    return fourth - (fourth + 6) % 7


def _from_iso_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not (0 < week < 53 or (week == 53 and _first_iso_monday(year + 1) - _first_iso_monday(year) == 371)):
        raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return _from_ordinal(_first_iso_monday(year) + (week - 1) * 7 + day - 1)


def _index(value):
    if isinstance(value, int):
        return value
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__) from None


def _checked_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _checked_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(zone).__name__)


# --- text ------------------------------------------------------------------------------------------------------------


def _offset_text(offset, separator=':'):
    if offset is None:
        return ''
    sign = '-' if offset.days < 0 else '+'
    offset = abs(offset)
    minutes, seconds = divmod(offset.days * 86400 + offset.seconds, 60)
    text = '%s%02d%s%02d' % (sign, minutes // 60, separator, minutes % 60)
    if seconds or offset.microseconds:
        text += '%s%02d' % (separator, seconds)
        if offset.microseconds:
            text += '.%06d' % offset.microseconds
    return text


def _time_text(hour, minute, second, microsecond, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    forms = {'hours': '%02d', 'minutes': '%02d:%02d', 'seconds': '%02d:%02d:%02d', 'milliseconds': '%02d:%02d:%02d.%03d',
             'microseconds': '%02d:%02d:%02d.%06d'}
    if timespec not in forms:
        raise ValueError('Unknown timespec value')
    fields = (hour, minute, second, microsecond // 1000 if timespec == 'milliseconds' else microsecond)
    return forms[timespec] % fields[:forms[timespec].count('%')]


def _format(moment, form):
    """strftime of a datetime; `moment` also says its zone."""
    result = []
    i = 0
    while i < len(form):
        if form[i] != '%' or i + 1 == len(form):
            result.append(form[i])
            i += 1
            continue
        make = _DIRECTIVES.get(form[i + 1])
        result.append(form[i:i + 2] if make is None else make(moment))
        i += 2
    return ''.join(result)


def _week_number(m, first_day):
    """%U and %W: weeks begin with Sunday (6) or Monday (0)."""
    return (m._yearday() + 6 - (m.weekday() - first_day) % 7) // 7


_DIRECTIVES = {
    'a': lambda m: _DAY_NAMES[m.weekday()][:3],
    'A': lambda m: _DAY_NAMES[m.weekday()],
    'b': lambda m: _MONTH_NAMES[m.month - 1][:3],
    'h': lambda m: _MONTH_NAMES[m.month - 1][:3],
    'B': lambda m: _MONTH_NAMES[m.month - 1],
    'c': lambda m: '%s %s %2d %02d:%02d:%02d %d' % (_DAY_NAMES[m.weekday()][:3], _MONTH_NAMES[m.month - 1][:3], m.day,
                                                    m.hour, m.minute, m.second, m.year),
    'C': lambda m: '%02d' % (m.year // 100),
    'd': lambda m: '%02d' % m.day,
    'D': lambda m: '%02d/%02d/%02d' % (m.month, m.day, m.year % 100),
    'e': lambda m: '%2d' % m.day,
    'f': lambda m: '%06d' % m.microsecond,
    'F': lambda m: '%d-%02d-%02d' % (m.year, m.month, m.day),
    'g': lambda m: '%02d' % (m.isocalendar()[0] % 100),
    'G': lambda m: '%d' % m.isocalendar()[0],
    'H': lambda m: '%02d' % m.hour,
    'I': lambda m: '%02d' % (m.hour % 12 or 12),
    'j': lambda m: '%03d' % m._yearday(),
    'm': lambda m: '%02d' % m.month,
    'M': lambda m: '%02d' % m.minute,
    'n': lambda m: '\n',
    'p': lambda m: 'AM' if m.hour < 12 else 'PM',
    'r': lambda m: '%02d:%02d:%02d %s' % (m.hour % 12 or 12, m.minute, m.second, 'AM' if m.hour < 12 else 'PM'),
    'R': lambda m: '%02d:%02d' % (m.hour, m.minute),
    's': lambda m: '%d' % (m.replace(tzinfo=UTC) - _EPOCH).total_seconds(),
    'S': lambda m: '%02d' % m.second,
    't': lambda m: '\t',
    'T': lambda m: '%02d:%02d:%02d' % (m.hour, m.minute, m.second),
    'u': lambda m: '%d' % m.isoweekday(),
    'U': lambda m: '%02d' % _week_number(m, 6),
    'V': lambda m: '%02d' % m.isocalendar()[1],
    'w': lambda m: '%d' % (m.isoweekday() % 7),
    'W': lambda m: '%02d' % _week_number(m, 0),
    'x': lambda m: '%02d/%02d/%02d' % (m.month, m.day, m.year % 100),
    'X': lambda m: '%02d:%02d:%02d' % (m.hour, m.minute, m.second),
    'y': lambda m: '%02d' % (m.year % 100),
    'Y': lambda m: '%d' % m.year,
    'z': lambda m: _offset_text(m.utcoffset(), ''),
    'Z': lambda m: m.tzname() or '',
    '%': lambda m: '%',
}


def _digits(text):
    if not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)


def _read_iso_date(text):
    """YYYY-MM-DD, YYYYMMDD, YYYY-Www-D and their shorter forms."""
    year = _digits(text[:4])
    dash = text[4:5] == '-'
    rest = text[4 + dash:]
    if rest.startswith('W'):
        week, rest = _digits(rest[1:3]), rest[3:]
        if rest and (rest[0] == '-') != dash:
            raise ValueError
        day = rest[dash:]
        if rest and len(day) != 1:
            raise ValueError
        return _from_iso_week(year, week, _digits(day) if rest else 1)
    if len(rest) != (5 if dash else 4) or (dash and rest[2] != '-'):
        raise ValueError
    return year, _digits(rest[:2]), _digits(rest[-2:])


def _read_clock(text):
    """HH[:MM[:SS[.ffffff]]] with colons everywhere or nowhere: four numbers."""
    fields = [_digits(text[:2]), 0, 0, 0]
    if len(text) < 2:
        raise ValueError
    colon = text[2:3] == ':'
    i = 2
    for position in (1, 2):
        if i == len(text):
            return fields
        if colon:
            if text[i] != ':':
                raise ValueError
            i += 1
        if len(text) < i + 2:
            raise ValueError
        fields[position] = _digits(text[i:i + 2])
        i += 2
    if i < len(text):
        if text[i] not in '.,':
            raise ValueError
        digits = text[i + 1:]
        _digits(digits)
        fields[3] = int((digits + '00000')[:6])
    return fields


def _read_iso_time(text):
    """Four numbers and the zone."""
    zone = None
    cut = max(text.find('+'), text.find('-'))
    if text.endswith('Z'):
        text, zone = text[:-1], UTC
    elif cut >= 0:
        hours, minutes, seconds, microseconds = _read_clock(text[cut + 1:])
        offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds)
        zone = timezone(-offset if text[cut] == '-' else offset) if offset else UTC
        text = text[:cut]
    return (*_read_clock(text), zone)


# --- durations -------------------------------------------------------------------------------------------------------


def _divide_and_round(numerator, denominator):
    """To the nearest integer, a half to the even one."""
    quotient, rest = divmod(numerator, denominator)
    twice = 2 * rest
    if (twice > denominator) if denominator > 0 else (twice < denominator):
        return quotient + 1
    return quotient + (twice == denominator and quotient % 2)


class timedelta:
    __slots__ = ('_days', '_seconds', '_microseconds')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        whole, numerator, denominator = 0, 0, 1
        for name, value, factor in (('days', days, 86400000000), ('seconds', seconds, 1000000), ('microseconds', microseconds, 1),
                                    ('milliseconds', milliseconds, 1000), ('minutes', minutes, 60000000),
                                    ('hours', hours, 3600000000), ('weeks', weeks, 604800000000)):
            if isinstance(value, int):
                whole += value * factor
            elif isinstance(value, float):
                top, bottom = value.as_integer_ratio()
                numerator = numerator * bottom + top * factor * denominator
                denominator *= bottom
            else:
                raise TypeError("unsupported type for timedelta %s component: %s" % (name, type(value).__name__))
        if numerator:
            whole += _divide_and_round(numerator, denominator)
        return cls._of(whole)

    @classmethod
    def _of(cls, microseconds):
        seconds, rest = divmod(microseconds, 1000000)
        days, seconds = divmod(seconds, 86400)
        if not -999999999 <= days <= 999999999:
            raise OverflowError("days=%d; must have magnitude <= 999999999" % days)
        self = object.__new__(cls)
        self._days, self._seconds, self._microseconds = days, seconds, rest
        return self

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._total() / 10**6

    def __repr__(self):
        parts = ['%s=%d' % (name, value) for name, value in
                 (('days', self._days), ('seconds', self._seconds), ('microseconds', self._microseconds)) if value]
        return 'datetime.%s(%s)' % (type(self).__qualname__, ', '.join(parts) or '0')

    def __str__(self):
        minutes, second = divmod(self._seconds, 60)
        text = '%d:%02d:%02d' % (minutes // 60, minutes % 60, second)
        if self._days:
            text = '%d day%s, %s' % (self._days, '' if abs(self._days) == 1 else 's', text)
        if self._microseconds:
            text += '.%06d' % self._microseconds
        return text

    def __add__(self, other):
        return timedelta._of(self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divide_and_round(self._total() * top, bottom))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        return timedelta._of(self._total() // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_divide_and_round(self._total(), other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divide_and_round(bottom * self._total(), top))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total(), other._total())
        return quotient, timedelta._of(rest)

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


# --- zones -----------------------------------------------------------------------------------------------------------


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        offset, saving = dt.utcoffset(), dt.dst()
        if offset is None or saving is None:
            raise ValueError("fromutc() requires a non-None utcoffset() result")
        standard = offset - saving
        moved = dt + standard
        return moved + moved.dst()


class timezone(tzinfo):
    __slots__ = ('_offset', '_name')

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s" % type(offset).__name__)
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                             "not %r." % (offset,))
        if name is None and not offset and 'utc' in cls.__dict__:
            return cls.utc
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else ', %r' % self._name
        return 'datetime.%s(%r%s)' % (type(self).__qualname__, self._offset, name)

    def __str__(self):
        return self.tzname(None)

    def __reduce__(self):
        return self.__class__, (self._offset, self._name) if self._name is not None else (self._offset,)


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


# --- dates -----------------------------------------------------------------------------------------------------------


class IsoCalendarDate(tuple):
    __slots__ = ()

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % self


def _packed_date(moment):
    """As pickles hold it: two octets of the year, month, day."""
    return bytes([*divmod(moment._year, 256), moment._month, moment._day])


def _unpacked_date(packed):
    return packed[0] * 256 + packed[1], packed[2] & 0x7f, packed[3]


def _packed_time(moment):
    return bytes([moment._hour, moment._minute, moment._second]) + moment._microsecond.to_bytes(3, 'big')


def _unpacked_time(packed, flagged):
    """The fields; fold is the highest bit of `flagged`."""
    return packed[0] & 0x7f, packed[1], packed[2], int.from_bytes(packed[3:], 'big'), flagged >> 7


class date:
    __slots__ = ('_year', '_month', '_day')

    hour = minute = second = microsecond = property(lambda self: 0)

    def __new__(cls, year, month=None, day=None):
        if month is None and isinstance(year, bytes) and len(year) == 4 and 1 <= year[2] <= 12:
            year, month, day = _unpacked_date(year)
        if month is None or day is None:
            missing = ('month', 2) if month is None else ('day', 3)
            raise TypeError("function missing required argument '%s' (pos %d)" % missing)
        self = object.__new__(cls)
        self._year, self._month, self._day = _checked_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls.fromordinal(719163 + int(timestamp // 86400))

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > _MAX_ORDINAL:
            raise ValueError("year is out of range")
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            if len(text) not in (7, 8, 10):
                raise ValueError
            fields = _read_iso_date(text)
        except ValueError:
            raise ValueError('Invalid isoformat string: %r' % text) from None
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_iso_week(year, week, day))

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def __repr__(self):
        return 'datetime.%s(%d, %d, %d)' % (type(self).__qualname__, self._year, self._month, self._day)

    def isoformat(self):
        return '%04d-%02d-%02d' % (self._year, self._month, self._day)

    __str__ = isoformat

    def ctime(self):
        return '%s %04d' % (_DIRECTIVES['c'](self).rpartition(' ')[0], self._year)

    def strftime(self, format, /):
        return _format(self, format)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def tzname(self):
        return None

    utcoffset = tzname

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), -1))

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def _yearday(self):
        return self.toordinal() - _ordinal(self._year, 1, 1) + 1

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        today = self.toordinal()
        year = self._year + 1 if self._year < MAXYEAR and today >= _first_iso_monday(self._year + 1) else self._year
        if today < _first_iso_monday(year):
            year -= 1
        week, day = divmod(today - _first_iso_monday(year), 7)
        return IsoCalendarDate((year, week + 1, day + 1))

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def _key(self):
        return self._year, self._month, self._day

    def _same_kind(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._same_kind(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._same_kind(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._same_kind(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._same_kind(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._same_kind(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 0 < ordinal <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if self._same_kind(other):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return self.__class__, (_packed_date(self),)


# --- times of day ----------------------------------------------------------------------------------------------------


def _fields_text(fields):
    """Trailing zeros of (hour, minute, second, microsecond) are left out, but never hour and minute."""
    count = 4 if fields[3] else 3 if fields[2] else 2
    return ', '.join(map(str, fields[:count]))


class time:
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    year, month, day = 1900, 1, 1  # for strftime

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, bytes) and len(hour) == 6 and hour[0] & 0x7f < 24:
            tzinfo = minute or None
            hour, minute, second, microsecond, fold = _unpacked_time(hour, hour[0])
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = _checked_time(hour, minute, second, microsecond, fold)
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            fields = _read_iso_time(text.removeprefix('T'))
        except ValueError:
            raise ValueError('Invalid isoformat string: %r' % text) from None
        return cls(*fields)

    def _fields(self):
        return self._hour, self._minute, self._second, self._microsecond

    def __repr__(self):
        zone = '' if self._tzinfo is None else ', tzinfo=%r' % (self._tzinfo,)
        fold = ', fold=1' if self._fold else ''
        return 'datetime.%s(%s%s%s)' % (type(self).__qualname__, _fields_text(self._fields()), fold, zone)

    def isoformat(self, timespec='auto'):
        return _time_text(*self._fields(), timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    def strftime(self, format, /):
        return _format(datetime(1900, 1, 1, *self._fields(), self._tzinfo), format)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _compare(self, other, equality=False):
        """-1, 0, 1; 2: never equal."""
        own, others = self.utcoffset(), other.utcoffset()
        if (own is None) != (others is None):
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware times")
        left, right = (timedelta(hours=t._hour, minutes=t._minute, seconds=t._second, microseconds=t._microsecond) - (o or timedelta())
                       for t, o in ((self, own), (other, others)))
        return (left > right) - (left < right)

    def __eq__(self, other):
        return self._compare(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset() or timedelta()
        return hash(timedelta(hours=self._hour, minutes=self._minute, seconds=self._second, microseconds=self._microsecond) - offset)

    def __reduce_ex__(self, protocol):
        packed = _packed_time(self)
        if self._fold and protocol > 3:
            packed = bytes([packed[0] | 0x80]) + packed[1:]
        return self.__class__, (packed,) if self._tzinfo is None else (packed, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_time_class, _tzinfo_class = time, tzinfo


# --- moments ---------------------------------------------------------------------------------------------------------


class datetime(date):
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, bytes) and len(year) == 10 and 1 <= year[2] & 0x7f <= 12:
            tzinfo, packed = month, year
            year, month, day = _unpacked_date(packed)
            hour, minute, second, microsecond, fold = _unpacked_time(packed[4:], packed[2])
        self = date.__new__(cls, year, month, day)
        _check_zone(tzinfo)
        self._hour, self._minute, self._second, self._microsecond = _checked_time(hour, minute, second, microsecond, fold)
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour, minute, second, microsecond = time.hour, time.minute, time.second, time.microsecond
    tzinfo, fold = time.tzinfo, time.fold

    @classmethod
    def _of_microseconds(cls, microseconds, zone=None):
        """Since the beginning of the year 1, in local time."""
        days, rest = divmod(microseconds, 86400000000)
        if not 0 <= days < _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        return cls(*_from_ordinal(days + 1), minutes // 60, minutes % 60, second, microsecond, zone)

    def _microseconds(self):
        return ((self.toordinal() - 1) * 86400 + (self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    @classmethod
    def _at(cls, microseconds_since_epoch, tz):
        _check_zone(tz)
        moment = cls._of_microseconds(719162 * 86400000000 + microseconds_since_epoch, tz)
        return moment if tz is None else tz.fromutc(moment)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        top, bottom = timestamp.as_integer_ratio()
        return cls._at(_divide_and_round(top * 1000000, bottom), tz)

    @classmethod
    def utcfromtimestamp(cls, t, /):
        return cls.fromtimestamp(t)

    @classmethod
    def now(cls, tz=None):
        return cls._at(_time.time_ns() // 1000, tz)

    @classmethod
    def utcnow(cls):
        return cls.now()

    today = utcnow

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError("combine() argument 1 must be datetime.date, not %s" % type(date).__name__)
        if not isinstance(time, _time_class):
            raise TypeError("combine() argument 2 must be datetime.time, not %s" % type(time).__name__)
        return cls(date.year, date.month, date.day, *time._fields(), time.tzinfo if tzinfo is True else tzinfo)

    @classmethod
    def fromordinal(cls, ordinal, /):
        return cls(*date.fromordinal(ordinal)._key())

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            cut = _end_of_iso_date(text)
            fields = _read_iso_date(text[:cut])
            clock = _read_iso_time(text[cut + 1:]) if len(text) > cut else ()
        except ValueError:
            raise ValueError('Invalid isoformat string: %r' % text) from None
        return cls(*fields, *clock)

    @classmethod
    def strptime(cls, text, format, /):
        for place, argument in enumerate((text, format), 1):
            if not isinstance(argument, str):
                raise TypeError(f"strptime() argument {place} must be str, not {type(argument).__name__}")
        import _strptime
        return _strptime._strptime_datetime(cls, text, format)

    def _fields(self):
        return self._hour, self._minute, self._second, self._microsecond

    def __repr__(self):
        zone = '' if self._tzinfo is None else ', tzinfo=%r' % (self._tzinfo,)
        fold = ', fold=1' if self._fold else ''
        return 'datetime.%s(%d, %d, %d, %s%s%s)' % (type(self).__qualname__, *self._key(), _fields_text(self._fields()), fold, zone)

    def isoformat(self, sep='T', timespec='auto'):
        return '%04d-%02d-%02d%s%s%s' % (*self._key(), sep, _time_text(*self._fields(), timespec), _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(' ')

    def date(self):
        return _date_class(*self._key())

    def time(self):
        return _time_class(*self._fields(), fold=self._fold)

    def timetz(self):
        return _time_class(*self._fields(), self._tzinfo, fold=self._fold)

    def timetuple(self):
        saving = self.dst()
        return _time.struct_time((*self._key(), *self._fields()[:3], self.weekday(), self._yearday(),
                                  -1 if saving is None else int(bool(saving))))

    def utctimetuple(self):
        moment = self - (self.utcoffset() or timedelta())
        return _time.struct_time((*moment._key(), *moment._fields()[:3], moment.weekday(), moment._yearday(), 0))

    def timestamp(self):
        return (self._microseconds() - 719162 * 86400000000 - (self.utcoffset() or timedelta())._total()) / 1000000

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        def chosen(given, own):
            return own if given is None else given
        return type(self)(chosen(year, self._year), chosen(month, self._month), chosen(day, self._day), chosen(hour, self._hour),
                          chosen(minute, self._minute), chosen(second, self._second), chosen(microsecond, self._microsecond),
                          self._tzinfo if tzinfo is True else tzinfo, fold=chosen(fold, self._fold))

    def astimezone(self, tz=None):
        tz = UTC if tz is None else tz
        if not isinstance(tz, _tzinfo_class):
            raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)
        if self._tzinfo is tz:
            return self
        offset = self.utcoffset() or timedelta()
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of_microseconds(self._microseconds() + other._total(), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        own, others = self.utcoffset(), other.utcoffset()
        if (own is None) != (others is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        difference = timedelta._of(self._microseconds() - other._microseconds())
        return difference if own == others else difference + others - own

    def _compare(self, other, equality=False):
        """-1, 0, 1; 2: never equal."""
        own, others = self.utcoffset(), other.utcoffset()
        if (own is None) != (others is None):
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        left = self._microseconds() - (own or timedelta())._total()
        right = other._microseconds() - (others or timedelta())._total()
        return (left > right) - (left < right)

    def _refuse_date(self, other):
        if isinstance(other, date):
            raise TypeError("can't compare %s to %s" % tuple('datetime.' + type(x).__name__ for x in (self, other)))
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, True) == 0
        return False if isinstance(other, date) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, datetime) else self._refuse_date(other)

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, datetime) else self._refuse_date(other)

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, datetime) else self._refuse_date(other)

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, datetime) else self._refuse_date(other)

    def __hash__(self):
        return hash(self._microseconds() - (self.utcoffset() or timedelta())._total())

    def __reduce_ex__(self, protocol):
        packed = _packed_date(self) + _packed_time(self)
        if self._fold and protocol > 3:
            packed = packed[:2] + bytes([packed[2] | 0x80]) + packed[3:]
        return self.__class__, (packed,) if self._tzinfo is None else (packed, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_date_class = date
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _end_of_iso_date(text):
    """Where the date of a moment ends, before the character between date and time."""
    if len(text) < 7:
        raise ValueError
    if text[4] == '-':
        if text[5] != 'W':
            return 10
        return 10 if text[8:9] == '-' and text[9:10].isdigit() and (len(text) == 10 or not text[10].isdigit()) else 8
    if text[4] == 'W':
        return 8 if text[7:8].isdigit() and (len(text) == 8 or not text[8].isdigit() or len(text) % 2 == 1) else 7
    return 8
