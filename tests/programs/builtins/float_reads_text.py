print(float("1.5"), float(" -1e3\n"), float("inf"), float("-Infinity"), float("nan"), float("1_0.5"), float(".5"),
      float("5."), float())
class HasFloat:
    def __float__(self): return 2.5
class HasIndex:
    def __index__(self): return 6
class Wrong:
    def __float__(self): return 1
print(float(HasFloat()), float(HasIndex()), float(True), float(10**300), float(b"2.5"), float("１.５"))
for bad in ("", "x", "1e", "1__0", "0x1", "1,5", None, [], Wrong(), 10**400):
    try:
        float(bad)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
