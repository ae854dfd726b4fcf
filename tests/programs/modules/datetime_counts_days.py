from datetime import date, time, datetime, timedelta, timezone
d = date(2024, 2, 28)
print(d + timedelta(days=2), d - date(2023, 2, 28), d.weekday(), d.isoweekday(), d.isocalendar(), d.isoformat(),
      d.replace(month=3), d.toordinal(), date.fromordinal(1), date.fromisoformat("2024-12-31").timetuple().tm_yday,
      d.ctime())
dt = datetime(2024, 1, 31, 13, 5, 9, 1234)
print(dt, dt.date(), dt.time(), dt.isoformat(" ", "minutes"), dt + timedelta(hours=11, minutes=-5),
      dt.strftime("%Y-%m-%d %H:%M:%S.%f %j %a %A %b %B %p %I %y %U %%"), repr(dt), dt < datetime(2025, 1, 1),
      dt.replace(microsecond=0))
td = timedelta(days=1, hours=25, seconds=-5, milliseconds=3)
print(td, repr(td), td.total_seconds(), td * 2, td / 2, -td, abs(-td), td // timedelta(hours=1),
      td % timedelta(hours=1), divmod(td, timedelta(days=1)), timedelta(0) == timedelta(), timedelta(weeks=1).days,
      timedelta.max)
utc = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
east = timezone(timedelta(hours=8), "CST")
print(utc.astimezone(east), utc.isoformat(), utc.astimezone(east) == utc, east,
      timezone(timedelta(hours=-3, minutes=-30)), utc.timestamp(), datetime.fromtimestamp(0, timezone.utc),
      datetime.fromisoformat("2024-01-01T10:00:00+02:00").utcoffset())
print(time(10, 30) < time(11), time(1, 2, 3).isoformat(), datetime.combine(d, time(5)), datetime.min, date.max)
for bad in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: datetime(2024, 1, 1, 25),
            lambda: d < dt, lambda: utc - dt, lambda: date.fromisoformat("2024-1-1"),
            lambda: date.max + timedelta(1)):
    try:
        bad()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
