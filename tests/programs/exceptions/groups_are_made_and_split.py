eg = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [KeyError(2), TypeError(3)]), ValueError(4)])
print(eg, eg.message, len(eg.exceptions), repr(eg))
match_, rest = eg.split(ValueError)
print(repr(match_), repr(rest))
print(repr(eg.subgroup(KeyError)), eg.subgroup(OSError), repr(eg.subgroup(lambda e: isinstance(e, TypeError))),
      eg.split((ValueError, KeyError, TypeError))[1])
print(repr(eg.derive([OSError()])), isinstance(BaseExceptionGroup("b", [ValueError()]), ExceptionGroup),
      type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]),
            lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", 5),
            lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x")):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
class Own(ExceptionGroup):
    def derive(self, excs): return Own(self.message + "'", excs)
print(repr(Own("own", [ValueError(), KeyError()]).subgroup(KeyError)))
