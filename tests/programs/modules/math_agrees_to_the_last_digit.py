import math

print(math.pi, math.sqrt(2), math.floor(-2.5), math.ceil(2.1), math.factorial(20), math.gcd(12, 18), math.isqrt(99))
print(math.hypot(3, 4), math.log(10), math.log2(8), math.exp(1), math.inf, math.fsum([0.1] * 10), math.comb(5, 2))
