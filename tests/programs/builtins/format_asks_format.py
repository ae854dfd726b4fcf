class Money:
    def __init__(self, amount): self.amount = amount
    def __format__(self, spec): return f"<{spec or 'plain'}:{self.amount}>"
class Plain:
    def __str__(self): return "plain"
class Wrong:
    def __format__(self, spec): return 5
m = Money(3)
print(format(m), format(m, "eur"), f"{m:x{1 + 1}}", "{:>5}".format(m), f"{m!r:.5}" == repr(m)[:5], f"{m}")
print(format(Plain()), f"{Plain()!s:>8}")
for bad in (lambda: format(Plain(), ">8"), lambda: format(Wrong()), lambda: format(1, "z"), lambda: format("a", "d"),
            lambda: format([], "5")):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
