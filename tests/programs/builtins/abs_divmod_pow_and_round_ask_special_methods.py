class Number:
    def __abs__(self): return "abs"
    def __divmod__(self, other): return "divmod", other
    def __rdivmod__(self, other): return "rdivmod", other
    def __pow__(self, other, modulus=None): return "pow", other, modulus
    def __rpow__(self, other): return "rpow", other
    def __round__(self, digits=None): return "round", digits
    def __trunc__(self): return 7
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"

import math
n = Number()
print(abs(n), divmod(n, 1), divmod(2, n), pow(n, 2), pow(n, 2, 3), pow(2, n), n ** 4, round(n), round(n, 2))
print(math.trunc(n), math.floor(n), math.ceil(n), int(n))
for bad in (lambda: abs("x"), lambda: divmod(1, "x"), lambda: pow(2, "x"), lambda: round("x"), lambda: pow(2, 3, "x")):
    try:
        bad()
    except TypeError as error:
        print(error)
