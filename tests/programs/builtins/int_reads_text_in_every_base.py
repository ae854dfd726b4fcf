print(int("42"), int(" -1_000 "), int("ff", 16), int("0xff", 16), int("0b101", 0), int("z", 36), int("٣"), int(b"12"),
      int("0o17", 0))
print(int(3.99), int(-3.99), int(), int(True), int("12", base=5), int(10**20 + 0.0))
class Converts:
    def __init__(self, **methods): self.__dict__.update(methods)
class HasInt:
    def __int__(self): return 5
class HasIndex:
    def __index__(self): return 6
print(int(HasInt()), int(HasIndex()))
for bad in ("", "x", "1__0", "_1", "0x", "1.5", "08", "--1"):
    for base in (10, 0):
        try:
            print(int(bad, base))
        except ValueError as error:
            print(error)
for bad in (lambda: int("1", 1), lambda: int("1", 37), lambda: int(1, 2), lambda: int(None), lambda: int([]),
            lambda: int(float("nan")), lambda: int(float("inf")), lambda: int(base=2)):
    try:
        bad()
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
