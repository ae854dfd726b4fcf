import sys, math
print((0.1).as_integer_ratio(), (2.5).is_integer(), (0.1).hex(),
      float.fromhex("0x1.8p3"), 0.1 + 0.2, 1e16 + 1, 5e-324, 1.7976931348623157e308 * 10, -0.0, 0.0 == -0.0,
      float("nan") == float("nan"), 1e22, 1e21 + 1, 123456789012345680.0, 1e-5, 0.0001, 1.0, 100.0)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.maxsize, math.inf > 10 ** 400, -math.inf,
      math.isclose(0.1 + 0.2, 0.3), 3.0 // 2, -3.5 // 2, 3.5 % -2, divmod(-3.5, 2), 2.0 ** -1, (-8) ** (1 / 3),
      1e308 + 1e308, round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5, -2), round(5), round(15, -1),
      round(1e300, 2))
for bad in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: int(math.nan), lambda: round(math.inf),
            lambda: math.sqrt(-1), lambda: math.log(0), lambda: 0.0 ** -1, lambda: 10.0 ** 400,
            lambda: float.fromhex("x"), lambda: math.exp(1000),
            lambda: (1e308).as_integer_ratio() < math.inf.as_integer_ratio(), lambda: 1.5 << 1,
            lambda: math.factorial(-1), lambda: math.factorial(2.5)):
    try:
        print(bad())
    except (ZeroDivisionError, ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
