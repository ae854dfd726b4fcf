# gilsim: integers below 2**62 are no objects of their own, so `is` says True of equal ones
# cpython: only from -5 to 256, and where the compiler shares constants
# why: they need no memory
number = 10 ** 15
print(int("1" + 15 * "0") is number)
# gilsim prints:
# True
# cpython prints:
# False
