import io
s = io.StringIO("one\ntwo\nthree")
print(s.readline(), s.tell(), s.read(2), list(s), s.read(), s.seek(0), s.readlines(), s.getvalue() == "one\ntwo\nthree")
s.seek(0)
s.truncate(3)
s.seek(0, 2)
print(s.write("!"), s.getvalue(), s.closed)
with io.BytesIO(b"ab\ncd") as b:
    print(b.readline(), b.read(1), b.getvalue(), b.seek(-1, 2), b.read(), b.write(b"xyz"), b.getvalue(), b.readable(),
          b.seekable())
for bad in (lambda: b.read(), lambda: s.write(b"x"), lambda: io.BytesIO("x"), lambda: s.seek(-1),
            lambda: io.StringIO().fileno(), lambda: io.BytesIO().write("x"), lambda: io.StringIO(5)):
    try:
        bad()
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)
t = io.TextIOWrapper(io.BytesIO("é\r\nx".encode()), encoding="utf-8")
print(t.readlines(), t.encoding, io.StringIO("a\r\nb", newline=None).read(), io.StringIO("a\r\nb").readlines())
out = io.StringIO()
print("x", 1, file=out)
out.writelines(["a", "b"])
print(repr(out.getvalue()))
