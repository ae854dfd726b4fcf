from enum import Flag, IntFlag, auto
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(P.R | P.X, P.RW, P.RW & P.W, ~P.R, P.R ^ P.RW, P.R in P.RW, bool(P.R & P.W), P(0), P(5), list(P.RW), P.RW.value,
      [m.name for m in P], repr(P(3)))
class I(IntFlag):
    A = 1
    B = 2
print(I.A | I.B, I.A | 8, int(I.A | I.B), I.A + 1, repr(I(3)), repr(I.A | 4), I(0))
try:
    print(P(64))
except ValueError as error:
    print(str(error).splitlines()[0])
