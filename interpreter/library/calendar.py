"""Calendars: the days of months and years, as numbers and as text. The calendar is the Gregorian one, in all years."""

import datetime
import locale as _locale
import sys
from itertools import repeat

__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday",
           "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr",
           "day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar",
           "weekheader", "FRIDAY", "MONDAY", "SATURDAY", "SUNDAY", "THURSDAY", "TUESDAY", "WEDNESDAY"]

error = ValueError
January, February = 1, 2
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


class _Names:
    """The names of days or months in one form of strftime()."""

    def __init__(self, moments, format):
        self._moments, self._format = moments, format

    def __getitem__(self, index):
        chosen = self._moments[index]
        if isinstance(index, slice):
            return [each and each.strftime(self._format) or '' for each in chosen]
        return chosen and chosen.strftime(self._format) or ''

    def __len__(self):
        return len(self._moments)


_days = [datetime.date(2001, 1, day) for day in range(1, 8)]
_months = [None] + [datetime.date(2001, month, 1) for month in range(1, 13)]
day_name, day_abbr = _Names(_days, '%A'), _Names(_days, '%a')
month_name, month_abbr = _Names(_months, '%B'), _Names(_months, '%b')


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """How many leap years there are from y1 to before y2."""
    def before(year):
        return (year - 1) // 4 - (year - 1) // 100 + (year - 1) // 400
    return before(y2) - before(y1)


def weekday(year, month, day):
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        year = 2000 + year % 400
    return datetime.date(year, month, day).weekday()


def monthrange(year, month):
    """(weekday of the first day, number of days)."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), mdays[month] + (month == February and isleap(year))


def _next_month(year, month):
    return (year + 1, 1) if month == 12 else (year, month + 1)


def _previous_month(year, month):
    return (year - 1, 12) if month == 1 else (year, month - 1)


class Calendar:
    """The days, in weeks that begin with any day."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        for day in range(self.firstweekday, self.firstweekday + 7):
            yield day % 7

    def itermonthdays3(self, year, month):
        """(year, month, day) for whole weeks that cover the month."""
        first, count = monthrange(year, month)
        before, after = (first - self.firstweekday) % 7, (self.firstweekday - first - count) % 7
        y, m = _previous_month(year, month)
        last = mdays[m] + (m == February and isleap(y)) + 1
        for day in range(last - before, last):
            yield y, m, day
        for day in range(1, count + 1):
            yield year, month, day
        y, m = _next_month(year, month)
        for day in range(1, after + 1):
            yield y, m, day

    def itermonthdates(self, year, month):
        for fields in self.itermonthdays3(year, month):
            yield datetime.date(*fields)

    def itermonthdays(self, year, month):
        """Days of the month, 0 for those of others."""
        first, count = monthrange(year, month)
        yield from repeat(0, (first - self.firstweekday) % 7)
        yield from range(1, count + 1)
        yield from repeat(0, (self.firstweekday - first - count) % 7)

    def itermonthdays2(self, year, month):
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, place % 7

    def itermonthdays4(self, year, month):
        for place, fields in enumerate(self.itermonthdays3(year, month)):
            yield *fields, (self.firstweekday + place) % 7

    @staticmethod
    def _in_rows(items, size=7):
        items = list(items)
        return [items[start:start + size] for start in range(0, len(items), size)]

    def monthdatescalendar(self, year, month):
        return self._in_rows(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        return self._in_rows(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        return self._in_rows(self.itermonthdays(year, month))

    def yeardatescalendar(self, year, width=3):
        return self._in_rows((self.monthdatescalendar(year, month) for month in range(1, 13)), width)

    def yeardays2calendar(self, year, width=3):
        return self._in_rows((self.monthdays2calendar(year, month) for month in range(1, 13)), width)

    def yeardayscalendar(self, year, width=3):
        return self._in_rows((self.monthdayscalendar(year, month) for month in range(1, 13)), width)


class TextCalendar(Calendar):
    """Calendars as plain text, as cal(1) writes them."""

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end='')

    def formatday(self, day, weekday, width):
        return ('%2i' % day if day else '').center(width)

    def formatweek(self, theweek, width):
        return ' '.join(self.formatday(day, weekday, width) for day, weekday in theweek)

    def formatweekday(self, day, width):
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join(self.formatweekday(day, width) for day in self.iterweekdays())

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return ''.join(line.rstrip() + '\n' * l for line in lines)

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1
        text = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), '\n' * l]
        header = self.formatweekheader(w)
        for number, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * number + 1, min(m * (number + 1) + 1, 13))
            names = (self.formatmonthname(theyear, month, width, False) for month in months)
            text += ['\n' * l, formatstring(names, width, c).rstrip(), '\n' * l]
            text += [formatstring((header for _ in months), width, c).rstrip(), '\n' * l]
            for line in range(max(map(len, row))):
                weeks = (self.formatweek(month[line], w) if line < len(month) else '' for month in row)
                text += [formatstring(weeks, width, c).rstrip(), '\n' * l]
        return ''.join(text)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end='')


class HTMLCalendar(Calendar):
    """Calendars as tables of HTML."""

    cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = "month"
    cssclass_month = "month"
    cssclass_year_head = "year"
    cssclass_year = "year"

    def formatday(self, day, weekday):
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        return f"<tr>{''.join(self.formatday(day, weekday) for day, weekday in theweek)}</tr>"

    def formatweekday(self, day):
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        return f"<tr>{''.join(self.formatweekday(day) for day in self.iterweekdays())}</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        name = f'{month_name[themonth]} {theyear}' if withyear else f'{month_name[themonth]}'
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{name}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        lines = [f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_month}">',
                 self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader()]
        lines += [self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)]
        return '\n'.join(lines + ['</table>', ''])

    def formatyear(self, theyear, width=3):
        width = max(width, 1)
        text = [f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_year}">', '\n',
                f'<tr><th colspan="{width}" class="{self.cssclass_year_head}">{theyear}</th></tr>']
        for first in range(January, January + 12, width):
            text.append('<tr>')
            for month in range(first, min(first + width, 13)):
                text.append(f'<td>{self.formatmonth(theyear, month, withyear=False)}</td>')
            text.append('</tr>')
        return ''.join(text) + '</table>'

    def formatyearpage(self, theyear, width=3, css='calendar.css', encoding=None):
        encoding = sys.getdefaultencoding() if encoding is None else encoding
        style = [f'<link rel="stylesheet" type="text/css" href="{css}" />\n'] if css is not None else []
        page = [f'<?xml version="1.0" encoding="{encoding}"?>\n',
                '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n',
                '<html>\n', '<head>\n', f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />\n', *style,
                f'<title>Calendar for {theyear}</title>\n', '</head>\n', '<body>\n', self.formatyear(theyear, width),
                '</body>\n', '</html>\n']
        return ''.join(page).encode(encoding, "xmlcharrefreplace")


class LocaleTextCalendar(TextCalendar):
    """For other languages, of which the simulated computer has none."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = _locale.getlocale(_locale.LC_TIME) if locale is None else locale


class LocaleHTMLCalendar(HTMLCalendar):
    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = _locale.getlocale(_locale.LC_TIME) if locale is None else locale


c = TextCalendar()
firstweekday = c.getfirstweekday
monthcalendar = c.monthdayscalendar
prweek = c.prweek
week = c.formatweek
weekheader = c.formatweekheader
prmonth = c.prmonth
month = c.formatmonth
calendar = c.formatyear
prcal = c.pryear


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


def formatstring(cols, colwidth=20, spacing=6):
    return (' ' * spacing).join(column.center(colwidth) for column in cols)


def format(cols, colwidth=20, spacing=6):
    print(formatstring(cols, colwidth, spacing))


def timegm(tuple):
    """Seconds since 1970 of a time in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - datetime.date(1970, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
