import codecs
print(codecs.encode("é", "utf-8"), codecs.decode(b"\xc3\xa9", "utf-8"), codecs.lookup("UTF8").name, codecs.BOM_UTF8)
print(codecs.encode("abc", "rot13"), codecs.decode("nop", "rot_13"), codecs.encode(b"ab", "hex"), codecs.decode(b"6162", "hex"))
d = codecs.getincrementaldecoder("utf-8")()
print(repr(d.decode(b"\xc3")), d.decode(b"\xa9x"), codecs.getencoder("ascii")("x"), codecs.lookup("latin-1").name)
d = codecs.getincrementaldecoder("gbk")()
print(repr(d.decode("中文".encode("gbk")[:3])), d.decode("文".encode("gbk")[1:], True))
print(list(codecs.iterencode("ab", "utf-16-le")), "".join(codecs.iterdecode([b"\xe4\xb8", b"\xad"], "utf-8")))
for bad in (lambda: codecs.lookup("nonsense"), lambda: d.decode(b"\xff\xff", True), lambda: codecs.encode("é", "ascii")):
    try:
        bad()
    except (LookupError, UnicodeError) as error:
        print(type(error).__name__, error)
with codecs.open("/tmp/gilsim_codecs.txt", "w", "gbk") as file:
    file.write("第一行\n")
    file.writelines(["two\n", "三"])
with codecs.open("/tmp/gilsim_codecs.txt", encoding="gbk") as file:
    print(file.readline(), file.read(2), file.readlines(), file.encoding, file.closed)
with codecs.open("/tmp/gilsim_codecs.txt", "r", "gbk") as file:
    print([line for line in file], file.seek(0), file.read())
import io
print(codecs.getreader("utf-8")(io.BytesIO("é\nx".encode())).readlines(), codecs.open("/tmp/gilsim_codecs.txt", "rb").read()[:4])
out = io.BytesIO()
codecs.getwriter("utf-16")(out).write("a")
print(out.getvalue())
import os
os.remove("/tmp/gilsim_codecs.txt")
