text = "aé中\U0001f600"
print(text.encode(), text.encode("utf-16-le"), text.encode("ascii", "ignore"), text.encode("ascii", "replace"),
      text.encode("ascii", "xmlcharrefreplace"), text.encode("latin-1", "backslashreplace"))
data = b"a\xffb\xc3"
print(data.decode("utf-8", "replace"), data.decode("utf-8", "ignore"), data.decode("utf-8", "backslashreplace"),
      ascii(data.decode("utf-8", "surrogateescape")), data.decode("latin-1"),
      data.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == data)
for bad in (lambda: text.encode("ascii"), lambda: data.decode(), lambda: data.decode("ascii"), lambda: b"\xc3".decode(),
            lambda: "\ud800".encode(), lambda: "a".encode("nonsense"), lambda: "é".encode("ascii", "nonsense"),
            lambda: b"a".decode("utf-16"), lambda: text.encode("latin-1")):
    try:
        bad()
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
