"""datetime: arithmetic, text, reading, errors."""

import copy
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone

moments = [datetime(2024, 2, 29, 13, 5, 9, 1234), datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999),
           datetime(2000, 1, 1, 0, 0, 30, tzinfo=UTC), datetime(2023, 6, 5, 4, 3, tzinfo=timezone(timedelta(hours=-5, minutes=-30))),
           datetime(2021, 1, 3, 12), datetime(1969, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=1), 'CET'))]
for m in moments:
    print(repr(m), m, m.isoformat(), m.isoformat(' ', 'minutes'), m.isoformat(timespec='milliseconds'), repr(m.date()), m.time(),
          repr(m.timetz()), m.weekday(), m.isoweekday(), tuple(m.isocalendar()), m.isocalendar(), m.toordinal(), m.ctime())
    print(m.strftime('%a %A %b %B %d %e %f %F %G %H %I %j %m %M %p %S %T %u %U %V %w %W %x %X %y %z %Z %% %D %R %c'))
    print(f'{m:%H:%M} {m}', hash(m) == hash(m.replace()), copy.copy(m) == m, tuple(m.timetuple()))
for m in moments[3:5]:
    print(m.timestamp(), m.astimezone(UTC), m.astimezone(timezone(timedelta(hours=9))), m.utcoffset(), m.tzname(), m.dst())
    print(datetime.fromtimestamp(m.timestamp(), UTC), m == m.astimezone(UTC), m - moments[3])
for day in range(1, 3652059, 99991):
    d = date.fromordinal(day)
    print(d, d.toordinal() == day, d.isocalendar() == date.fromisocalendar(*d.isocalendar()).isocalendar(), d.strftime('%U %W %j'))

deltas = [timedelta(), timedelta(1), timedelta(-1, 5), timedelta(hours=25, minutes=3, microseconds=7), timedelta(weeks=1.5), timedelta(0.1),
          timedelta(seconds=1e-6), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(milliseconds=-1), timedelta(days=2)]
for d in deltas:
    print(repr(d), d, d.total_seconds(), -d, abs(d), d * 3, d * 0.7, d // 2, d / 3, d / 0.3, bool(d), d / timedelta(hours=1),
          d // timedelta(minutes=7), d % timedelta(minutes=7), divmod(d, timedelta(minutes=7)))
print(sorted(deltas), timedelta.max, timedelta.min, timedelta.resolution)
print(date(2024, 3, 1) - timedelta(1), date(2024, 3, 1) - date(2023, 3, 1), datetime(2024, 1, 31) + timedelta(days=30, hours=5))
print(date(2024, 1, 5) < date(2024, 2, 1), time(5) < time(6, 1), time(5, tzinfo=UTC) == time(5), datetime(2024, 1, 1) == date(2024, 1, 1))
print(repr(time(1, 2)), repr(time(1, 2, 3, 4)), time(1, 2, 3).replace(minute=9), time(23, 1, tzinfo=timezone(timedelta(hours=2))), time.max)
print(datetime.combine(date(2020, 1, 2), time(3, 4)), date(2020, 1, 2).replace(month=5), repr(date.max), MINYEAR, MAXYEAR)
print(repr(UTC), UTC, repr(timezone(timedelta(hours=1))), timezone(timedelta(hours=-3, minutes=-30)), timezone(timedelta(hours=1), 'X'))

texts = ['2024-02-29', '20240229', '2024-W09-4', '2024W094', '2024-W09', '2024-02-30', '2024-2-9', '24-02-01', '2024-13-01', '',
         '2024-02-29T13:05:09', '2024-02-29 13:05:09.5', '2024-02-29T13', '2024-02-29T13:05:09.123456789+05:30', '2024-02-29T13:05Z',
         '20240229T130509', '2024-02-29T25:00', '2024-02-29T13:5', '2024-02-29Tnoon', '2024-02-29T13:05:09,25-03:00', '2024-02-29x10:00']
for kind in (date, datetime):
    for text in texts:
        try:
            print(repr(kind.fromisoformat(text)))
        except ValueError as error:
            print(kind.__name__, text, error)
for text in ['13:05', '13:05:09.1', 'T13', '13:05+01:00', '1305', '13:5', '24:00', '13:05:09.']:
    try:
        print(repr(time.fromisoformat(text)))
    except ValueError as error:
        print(text, error)
for text, form in [('2024-02-29 13:05', '%Y-%m-%d %H:%M'), ('Feb 3, 99 1:02 pm', '%b %d, %y %I:%M %p'), ('3 March 2020', '%d %B %Y'),
                   ('12:30:15.25+0130', '%H:%M:%S.%f%z'), ('x', '%Y'), ('2024-01-01 rest', '%Y-%m-%d'), ('2024 60', '%Y %j'),
                   ('Mon 1/2/2024', '%a %d/%m/%Y'), ('13', '%I'), ('2024-02-30', '%Y-%m-%d'), ('100%', '%d0%%'), ('5', '%Q')]:
    try:
        print(repr(datetime.strptime(text, form)))
    except ValueError as error:
        print(error)
for wrong in (lambda: date(2024, 2, 30), lambda: date(0, 1, 1), lambda: date(2024, 13, 1), lambda: datetime(2024, 1, 1, 24),
              lambda: time(1, 60), lambda: datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=UTC), lambda: date.max + timedelta(1),
              lambda: datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=UTC),
              lambda: timedelta(days=10**9), lambda: timezone(timedelta(days=1)), lambda: date('2024', 1, 1), lambda: timedelta('1'),
              lambda: time(1, 2, 3, 10**6), lambda: datetime.min - timedelta(1), lambda: timedelta(1) // 0, lambda: date.fromordinal(0),
              lambda: datetime(2024, 1, 1, tzinfo=3), lambda: timezone(3), lambda: date(2024, 1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
