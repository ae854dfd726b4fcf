print((10).bit_length(), (-8).bit_length(), (255).bit_count(), (0).bit_length(), (1024).to_bytes(2, "big"),
      int.from_bytes(b"\x04\x00", "little"), (-1).to_bytes(2, "big", signed=True),
      int.from_bytes(b"\xff", "big", signed=True), (5).as_integer_ratio(), (7).conjugate(), (7).numerator,
      (7).denominator, (3).real, (3).imag, int.from_bytes([1, 2]), (5).to_bytes(),
      hasattr(6, "is_integer"))
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 5 << 2, -5 >> 1, 1 << 100, -1 >> 100, 2 ** 100, 7 // -2, -7 // 2, 7 % -3, -7 % 3,
      divmod(-7, 3), divmod(7, -3), pow(3, 100, 7), pow(3, -1, 7), 10 ** -2, 0 ** 0, -3 ** 2, 17 // 5.0, 2 ** 0.5)
for bad in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 1 << -1,
            lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: pow(2, -1, 4),
            lambda: pow(2, 2, 0), lambda: int.from_bytes(b"a", "middle"), lambda: 1.5 & 1, lambda: 10 ** 400 / 3 * 1.0,
            lambda: 1 << 1.0, lambda: pow(2, 0.5, 3)):
    try:
        bad()
    except (ZeroDivisionError, ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
