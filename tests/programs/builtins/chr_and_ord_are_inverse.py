print([chr(n) for n in (65, 0x4e2d, 0x1f600)], [ord(c) for c in "A中\U0001f600"], ord(b"x"), ord(bytearray(b"y")))
print(repr(chr(0)), repr(chr(0x10ffff)), repr(chr(0xd800)), all(ord(chr(n)) == n for n in range(0, 0x110000, 997)))
for bad in (lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: ord("ab"), lambda: ord(""),
            lambda: ord(5), lambda: chr(2**80)):
    try:
        bad()
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
