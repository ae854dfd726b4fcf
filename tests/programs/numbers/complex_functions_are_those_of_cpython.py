# Functions of complex numbers, special and random ones. Left out are signs of zeros that the C standard leaves open (periodic
# functions at infinity), and phase() of numbers so flat that CPython finds an underflow.
import cmath
import random

chance = random.Random(1)
special = [0.0, -0.0, 1.0, -1.0, 0.5, -2.0, 1e-320, 1e-160, 1e300, -1e308, 5e-324, float('inf'), float('-inf'), 710.0, 3.14159, 1e10]
numbers = [complex(real, imag) for real in special for imag in special]
numbers += [complex(chance.uniform(-3, 3), chance.uniform(-3, 3)) for _ in range(300)]
numbers += [complex(chance.gauss(0, 1) * 10 ** chance.randint(-20, 20), chance.gauss(0, 1) * 10 ** chance.randint(-20, 20))
            for _ in range(300)]
FUNCTIONS = """acos acosh asin asinh atan atanh cos cosh exp log log10 phase polar sin sinh sqrt tan tanh isfinite isinf isnan""".split()


def attempt(name, *arguments):
    try:
        print(name, *arguments, getattr(cmath, name)(*arguments))
    except Exception as error:
        print(name, *arguments, type(error).__name__, error)


def is_left_open(name, number):
    if name == 'phase':
        return number.imag and abs(number.imag) < 1e-150
    return name in ('cos', 'cosh', 'exp', 'sin', 'sinh', 'tan', 'tanh') and cmath.isinf(number)


for number in numbers:
    for name in FUNCTIONS:
        if not is_left_open(name, number):
            attempt(name, number)
    for base in (2, 1j, 0j, 10):
        attempt('log', number, base)
for length in special:
    for angle in special:
        attempt('rect', length, angle)


class Complex:
    def __complex__(self):
        return 1 + 2j


class Wrong:
    def __complex__(self):
        return 1


class Float:
    def __float__(self):
        return 2.0


for value in (Complex(), Wrong(), Float(), 'x', None, 5, True, 10 ** 400):
    try:
        print(cmath.sqrt(value))
    except Exception as error:
        print(type(error).__name__, error)
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isclose(1, 2, rel_tol=0.5), cmath.isclose(1, 1.1, abs_tol=0.2))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
