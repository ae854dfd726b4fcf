# Formats of dates and times, by time and by datetime.
import datetime
import time

CASES = [
    ('2024-05-06', '%Y-%m-%d'), ('06 May 24', '%d %b %y'), ('Mon May  6 10:11:12 2024', '%a %b %d %H:%M:%S %Y'),
    ('1', '%d'), ('x', '%Y'), ('2024', '%Y%'), ('12:30 PM', '%I:%M %p'), ('12:30 am', '%I:%M %p'),
    ('2024 127', '%Y %j'), ('2024 20 1', '%Y %U %w'), ('2024 20 1', '%Y %W %w'), ('2024-W20-1', '%G-W%V-%u'),
    ('2024 20', '%G %V'), ('2024 20 1', '%Y %V %u'), ('10:11:12.5', '%H:%M:%S.%f'), ('+0230', '%z'), ('+02:30', '%z'),
    ('-02:30:15.123', '%z'), ('Z', '%z'), ('UTC', '%Z'), ('GMT', '%Z'), ('EST', '%Z'), ('2024-02-30', '%Y-%m-%d'),
    ('29 Feb', '%d %b'), ('2024 366', '%Y %j'), ('2023 366', '%Y %j'), ('61', '%S'), ('62', '%S'),
    ('a 5% b', 'a %d%% b'), ('  3', ' %d'), ('3', '   %d'), ('JANUARY', '%B'), ('monday', '%A'),
    ('1/2/03 04:05:06', '%x %X'), ('01/02/03', '%D'), ('10:11', '%R'), ('10:11:12', '%T'),
    ('Mon May  6 10:11:12 2024', '%c'), ('2024-05-06 extra', '%Y-%m-%d'), ('', '%Y'), ('5', '%q'), ('5', '%'),
    ('2024 Mon 20', '%Y %a %U'), ('99', '%y'), ('68', '%y'), ('69', '%y'), ('2024/05', '%Y/%m'), ('24', '%H'),
    ('13', '%I'), ('[1.2]*', '[%d.%m]*'), ('7', '%u'), ('0', '%u'), ('2024 53 7', '%G %V %u'),
    ('2020 53 7', '%G %V %u'), ('5 pm', '%I %p'), ('17 pm', '%H %p'), ('9', '%e'), ('1700000000', '%s'),
]

for text, format in CASES:
    for read in (time.strptime, datetime.datetime.strptime):
        try:
            print(repr(text), repr(format), repr(read(text, format)))
        except Exception as error:
            print(repr(text), repr(format), type(error).__name__, error)
for arguments in ((1, 2), ('2024',), (), ('x', 5)):
    try:
        print(time.strptime(*arguments))
    except Exception as error:
        print(arguments, type(error).__name__, error)
print(time.strptime('Sat Jan 13 10:00:00 2024'))
print(time.strftime('%Y-%m-%d', time.strptime('13/01/2024', '%d/%m/%Y')))
for clock in (time.CLOCK_REALTIME, time.CLOCK_MONOTONIC, time.CLOCK_PROCESS_CPUTIME_ID, time.CLOCK_THREAD_CPUTIME_ID):
    print(clock, time.clock_gettime(clock) <= time.clock_gettime(clock), time.clock_getres(clock), type(time.clock_gettime_ns(clock)))
print(abs(time.clock_gettime(time.CLOCK_MONOTONIC) - time.monotonic()) < 1)
try:
    time.clock_gettime(99)
except OSError as error:
    print(error)
print(time.gmtime(0).tm_zone in ('UTC', 'GMT'), time.gmtime(0).tm_gmtoff, time.struct_time(range(9)).tm_yday)
