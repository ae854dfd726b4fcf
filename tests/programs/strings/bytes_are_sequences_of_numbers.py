b = b"abc\x00\xff"
print(b[0], b[1:3], list(b), b.hex(), b.hex("-", 2), b.upper(), b.find(b"c"), b.find(99), b.count(b"b"),
      b.replace(b"a", b"zz"), b.split(b"b"), b.startswith(b"ab"), b"a,b".partition(b","), b" x ".strip(),
      b"%d %s %b" % (1, b"x", b"y"), b"a" in b, 97 in b, b"".join([b"a", b"b"]), b"ab" < b"b", b == "abc",
      b"Hi".swapcase(), b"a b".title(), b"12".isdigit())
a = bytearray(b"hello")
a[0] = 72
a[1:3] = b"EL"
a += b"!"
a.append(33)
a.extend([1, 2])
a.insert(0, 62)
print(a, a.pop(), a.remove(33), a, a.reverse(), bytes(a), len(a))
del a[:2]
a.clear()
print(a, bytearray(b"x") * 3, bytearray.fromhex("6162"), bytearray(b"a") == b"a", hash(b"a") == hash(b"a"))
for bad in (lambda: a.append(256), lambda: b[9], lambda: setattr(b, "x", 1), lambda: hash(bytearray()),
            lambda: b"a" + "b", lambda: b"abc".find("a"), lambda: a.pop(), lambda: b"%s" % "x", lambda: bytes("x")):
    try:
        bad()
    except (ValueError, IndexError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
