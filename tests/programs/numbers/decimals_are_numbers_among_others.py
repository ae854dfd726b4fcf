# Random decimals are formatted, converted, and meet other kinds of numbers.
import math
import operator
import random
from decimal import *
from fractions import Fraction

chance = random.Random(11)
SPECIAL = ['0', '-0', '1', '-1', '0E+10', '-0E-20', 'Inf', '-Inf', 'NaN', '-NaN123', 'sNaN', '1E+400', '1.000', '2', '0.5']
OPERATORS = [operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge, operator.add, operator.sub,
             operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod]
CONVERSIONS = [int, float, round, str, repr, bool, abs, operator.neg, operator.pos, math.floor, math.ceil, math.trunc, Fraction,
               lambda x: round(x, 2), lambda x: round(x, -2), lambda x: hash(x) == hash(Fraction(x)), Decimal.as_tuple,
               Decimal.as_integer_ratio, Decimal.to_eng_string, Decimal.adjusted, Decimal.is_signed, complex]


def number():
    if chance.random() < 0.25:
        return Decimal(chance.choice(SPECIAL))
    digits = ''.join(chance.choice('0123456789') for _ in range(chance.choice([1, 2, 3, 5, 9, 16, 28, 40])))
    return Decimal(chance.choice(['', '-']) + digits + 'E%d' % chance.choice([0, -1, -2, -len(digits), chance.randint(-30, 30)]))


def specification():
    return ''.join(map(chance.choice, [['', '<', '>', '^', '=', '*<', 'x^', 'é>'], ['', '', '+', '-', ' '], ['', '', 'z'],
                                       ['', '', '0'], ['', '10', '20', '5'], ['', '', ','], ['', '.0', '.1', '.2', '.10'],
                                       ['', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%']]))


def other():
    return chance.choice([chance.randint(-100, 100), chance.random() * 100, Fraction(chance.randint(-9, 9), chance.randint(1, 9)),
                          float('nan'), float('inf'), number(), 1j, 2 + 0j, 'x', None, True])


def answer(function, *operands):
    try:
        return function(*operands)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


getcontext().traps[InvalidOperation] = False
for _ in range(300):
    value, companion, spec = number(), other(), specification()
    print(value, repr(spec), repr(answer(format, value, spec)))
    print(*(answer(convert, value) for convert in CONVERSIONS))
    for function in OPERATORS:
        print(function.__name__, answer(function, value, companion), answer(function, companion, value))
    print([signal.__name__ for signal, raised in getcontext().flags.items() if raised])
    getcontext().clear_flags()
