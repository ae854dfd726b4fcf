class OnlyRepr:
    def __repr__(self): return "<only repr>"
class OnlyStr:
    def __str__(self): return "only str"
class Both(OnlyRepr, OnlyStr): pass
class WrongRepr:
    def __repr__(self): return 5
class WrongStr:
    def __str__(self): return b"x"
print(str(OnlyRepr()), [OnlyRepr()], f"{OnlyRepr()}", str(OnlyStr()), repr(OnlyStr())[:20], Both(), [Both()],
      f"{Both()!s} {Both()!r}")
for bad in (lambda: repr(WrongRepr()), lambda: str(WrongRepr()), lambda: str(WrongStr()), lambda: f"{WrongStr()}",
            lambda: "%s" % WrongStr(), lambda: print(WrongStr())):
    try:
        bad()
    except TypeError as error:
        print(error)
print(ascii("é中\n"), ascii([OnlyRepr()]), str(b"ab", "ascii"), str(), repr("it's"), repr('"'), repr("'\""))
