for a in (True, 3, 2.5, 1 + 2j):
    for b in (True, 3, 2.5, 1 + 2j):
        print(repr(a + b), repr(a * b), repr(a - b), repr(a / b), type(a + b).__name__, a == b, end=" | ")
    print()
print(1 == 1.0 == 1 + 0j, hash(1) == hash(1.0), 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53 + 1, 10 ** 30 < 1e30,
      10 ** 30 > 1e30, 3 < 3.5 < 4, True + 1.5, 5 // 2.0, 5 % 2.5, 7.0 // True)
from fractions import Fraction
print(Fraction(1, 3) + 1, Fraction("0.5") * 2.0, Fraction(3, 6), Fraction(1, 2) == 0.5,
      Fraction(0.1).limit_denominator(10), 1 / Fraction(2, 3), Fraction(7, 2) // 1, round(Fraction(7, 2)),
      int(Fraction(7, 2)), Fraction("3/4") ** 2, Fraction(1, 2) < 0.6)
