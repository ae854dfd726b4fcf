import sys

for interval in (1e-9, 5e-7, 1e-6, 1.4e-6, 0.0123456789, 1e-300, 4294.0, 1e9, float("inf"), True, 3, -1, 0, "x", None):
    try:
        sys.setswitchinterval(interval)
        print(interval, sys.getswitchinterval())
    except (TypeError, ValueError) as error:
        print(interval, type(error).__name__, error)
