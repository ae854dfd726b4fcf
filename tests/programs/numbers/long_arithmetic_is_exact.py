# Numbers that are long enough to be computed in parts.
import hashlib
import math
import random
import sys

sys.set_int_max_str_digits(0)


def shown(number):
    sign = "-" if number < 0 else ""
    return sign + hashlib.sha256(abs(number).to_bytes((number.bit_length() + 7) // 8, "big")).hexdigest()[:16], number.bit_length()


random.seed(7)
for bits, other_bits in ((600_000, 600_000), (1_500_000, 40_000), (700_001, 534_567), (64 * 10_000, 64 * 10_000)):
    a, b = random.getrandbits(bits) | 1 << (bits - 1), random.getrandbits(other_bits) | 1 << (other_bits - 1)
    product = a * b
    print(shown(product), shown(-a * b), shown(b * -a), product & 1 == a & b & 1)
print(shown((1 << 600_000) * (1 << 600_001)), shown(((1 << 700_000) - 1) * ((1 << 700_000) - 1)))

for bits, other_bits in ((300_000, 150_000), (300_000, 63), (100_000, 99_990), (500_000, 64 * 100)):
    a, b = random.getrandbits(bits) | 1 << (bits - 1), random.getrandbits(other_bits) | 1 << (other_bits - 1)
    for x, y in ((a, b), (-a, b), (a, -b), (-a, -b)):
        quotient, rest = divmod(x, y)
        print(shown(quotient), shown(rest), quotient * y + rest == x)

for base, exponent in ((3, 100_000), (-7, 50_001), (10, 100_000), (12345678901234567890, 3000), (5, 0), (0, 0), (2, 1), (-2, 64)):
    print(shown(base ** exponent))
for modulus in (random.getrandbits(3000) | 1, random.getrandbits(3000) & ~1, -random.getrandbits(3000)):
    print(shown(pow(random.getrandbits(3000), random.getrandbits(3000), modulus)))

for number in (3 ** 30_000, 10 ** 20_000, 10 ** 20_000 - 1, -(7 ** 25_000), 1 << 100_000):
    text = str(number)
    print(len(text), text[:20], text[-20:], int(text) == number, hashlib.sha256(text.encode()).hexdigest()[:16])
for base in (2, 3, 8, 16, 32, 36):
    digits = "".join(random.choices("0123456789abcdefghijklmnopqrstuvwxyz"[:base], k=30_011))
    print(base, shown(int(digits, base)), shown(int("-" + "0" * 5000 + digits, base)))

print(shown(math.factorial(20_000)), math.factorial(20), math.factorial(2), math.factorial(0), math.factorial(17), math.factorial(33))
print(shown(math.comb(3000, 1400)), shown(math.perm(3000, 1400)), shown(math.lcm(*range(1, 3000))))
