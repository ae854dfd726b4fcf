class Bool:
    def __bool__(self): return False
    def __len__(self): return 5
class Length:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class Neither: pass
class Wrong:
    def __bool__(self): return 1
class WrongLength:
    def __len__(self): return -1
print(bool(Bool()), bool(Length(0)), bool(Length(3)), bool(Neither()), bool(), not Bool())
for wrong in (Wrong(), WrongLength(), Length("x"), Length(2**70)):
    try:
        print(bool(wrong))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(True + True, True * 3, isinstance(True, int), bool.__mro__[1], repr(True), False == 0, {True: 1}[1])
