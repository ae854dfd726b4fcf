print(0.1 + 0.2, 1e16, 1e15, 1e-5, 0.0001, -0.0, 1 / 3, 2.5e-324 * 2)
print(float("inf"), -float("inf"), float("nan"), 1e22, 123456789.0)
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), int(-3.9))
