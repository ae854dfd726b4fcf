n = 1
for i in range(1, 31):
    n *= i
print(n, n.bit_length())
print(2 ** 200 - 1, -(2 ** 64) >> 3, (1 << 100) & (1 << 100) - 1)
print(2 ** -1, int("9" * 30) + 1, hex(2 ** 70))
