# gilsim: dates begin at 2024-01-01 00:00 UTC
# cpython: today
# why: runs are the same everywhere
import datetime
print(datetime.date.today() == datetime.date(2024, 1, 1))
# gilsim prints:
# True
# cpython prints:
# False
