# gilsim: encodings beside UTF-8, UTF-16, UTF-32, ASCII and Latin-1 are the C library's: GBK has the euro sign at 80
# cpython: tables of Python's own
# why: they are kept by others
print("中€".encode("gbk", "replace"))
# gilsim prints:
# b'\xd6\xd0\x80'
# cpython prints:
# b'\xd6\xd0?'
