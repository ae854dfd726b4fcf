# Random operations in random contexts: results and flags.
import random
from decimal import *

chance = random.Random(2024)
SPECIAL = ['0', '-0', '1', '-1', '0E+10', '-0E-20', 'Inf', '-Inf', 'NaN', '-NaN123', 'sNaN', 'sNaN77', '1E+400', '1E-400',
           '9.99999999999E+10', '10', '0.1', '1.000', '0.5', '1E+999999', '1E-1000026', '5E-7', '101', '110011', '2.5', '-2.5']
ROUNDINGS = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
UNARY = '''abs logb logical_invert minus next_minus next_plus normalize plus sqrt to_integral_exact to_integral_value
           number_class to_sci_string to_eng_string is_normal is_subnormal create_decimal exp ln log10'''.split()
BINARY = '''add subtract multiply divide divide_int remainder remainder_near divmod compare compare_signal compare_total
            compare_total_mag max min max_mag min_mag quantize scaleb shift rotate logical_and logical_or logical_xor
            next_toward copy_sign same_quantum power'''.split()


def number():
    if chance.random() < 0.25:
        return Decimal(chance.choice(SPECIAL))
    digits = ''.join(chance.choice('0123456789') for _ in range(chance.choice([1, 2, 3, 5, 9, 16, 28, 29, 40])))
    exponent = chance.choice([0, 0, -1, -2, -len(digits), chance.randint(-30, 30), chance.randint(-400, 400)])
    return Decimal(chance.choice(['', '', '-']) + digits + 'E%d' % exponent)


def context():
    return Context(prec=chance.choice([1, 2, 3, 5, 9, 16, 28, 28, 40, 60]), rounding=chance.choice(ROUNDINGS),
                   Emax=chance.choice([999999, 384, 50, 10]), Emin=chance.choice([-999999, -383, -50, -10]),
                   clamp=chance.choice([0, 0, 1]), capitals=chance.choice([1, 0]), traps=[])


def attempt(name, *operands):
    if name == 'power' and operands[1].adjusted() > 6:
        return
    rules = context()
    result = getattr(rules, name)(*operands)
    flags = [signal.__name__ for signal, raised in rules.flags.items() if raised]
    print(name, *operands, rules.prec, rules.rounding, rules.Emax, rules.Emin, rules.clamp, '->', result, flags)


for _ in range(1500):
    attempt(chance.choice(UNARY), number())
    attempt(chance.choice(BINARY), number(), number())
    attempt(chance.choice(BINARY), number(), Decimal(chance.randint(-30, 30)))
    attempt('fma', number(), number(), number())
    attempt('power', *(Decimal(chance.randint(low, 50)) for low in (-50, 0, -50)))
