print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(), bytes(range(3)), bytearray(2),
      bytearray("a", "ascii"))
class HasBytes:
    def __bytes__(self): return b"own"
print(bytes(HasBytes()), bytes(memoryview(b"ab")), bytes.fromhex("01 ff"), b"\x01\xff".hex(":"), bytearray(b"abc")[::2])
for bad in (lambda: bytes("a"), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(-1), lambda: bytes(1.5),
            lambda: bytes(["a"]), lambda: bytes(1, "a"), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"),
            lambda: b"a" + "a", lambda: b"abc"["x"]):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
