# Months and years as text, tables and numbers; colours between systems.
import calendar
import colorsys
import html
import random


def show(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


print(calendar.month(2024, 2))
print(calendar.calendar(2023))
print(calendar.calendar(2024, 3, 1, 4, 4))
calendar.prmonth(1999, 12, 4, 2)
print(calendar.TextCalendar(6).formatyear(2025, m=2))
print(calendar.HTMLCalendar(6).formatmonth(2024, 5))
print(calendar.HTMLCalendar().formatyear(2024))
print(calendar.HTMLCalendar().formatyearpage(2024)[:400])
print([calendar.monthrange(year, month) for year in (1900, 2000, 2023, 2024) for month in range(1, 13)])
print(calendar.leapdays(1900, 2024), calendar.isleap(1900))
for function, *arguments in ((calendar.monthrange, 2024, 13), (calendar.weekday, 2024, 2, 29), (calendar.weekday, 0, 1, 1),
                             (calendar.setfirstweekday, 7), (calendar.monthcalendar, 2024, 2),
                             (calendar.timegm, (2024, 1, 2, 3, 4, 5)), (calendar.weekheader, 5), (calendar.weekheader, 9),
                             (calendar.week, [(1, 0), (2, 1)], 3)):
    show(function, *arguments)
from_thursday = calendar.Calendar(3)
print(list(from_thursday.itermonthdates(2024, 2))[:3], list(from_thursday.itermonthdays2(2024, 2)))
print(list(from_thursday.itermonthdays3(2023, 12))[-3:], list(from_thursday.itermonthdays4(2024, 1))[:4])
print(from_thursday.yeardayscalendar(2024, 4)[0][0], list(from_thursday.iterweekdays()))
print(list(calendar.day_name), calendar.month_abbr[1:3], calendar.month_name[0], len(calendar.month_name), calendar.MONDAY)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.month(2024, 9), calendar.firstweekday())

chance = random.Random(3)
for _ in range(200):
    colour = [chance.choice([0, 1, chance.random(), chance.random()]) for _ in range(3)]
    for convert in (colorsys.rgb_to_yiq, colorsys.yiq_to_rgb, colorsys.rgb_to_hls, colorsys.hls_to_rgb, colorsys.rgb_to_hsv,
                    colorsys.hsv_to_rgb):
        print(convert.__name__, convert(*colour))
print(html.escape('<a href="x">\'&\'</a>'), html.escape('"<>"', quote=False))
