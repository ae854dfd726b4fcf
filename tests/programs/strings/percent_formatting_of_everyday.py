print("%s %r %a" % ("é", "é", "é"), "%d %i %u" % (1, 2.9, True), "%5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5),
      "%x %X %#x %o %#o" % (255, 255, 255, 8, 8), "%.2f %8.3f %e %G %g" % (3.14159, 2.5, 12345.678, 1e-10, 1e20),
      "%c%c" % ("a", 98), "%%", "%5s|%-5s|%.2s" % ("a", "b", "cde"), "%*d %.*f" % (5, 1, 2, 3.14159))
print("%(name)s is %(age)d" % {"name": "Ada", "age": 36}, "%s" % [1, 2], "%s" % (None,), "%s %s" % ("a", (1, 2)),
      "%s" % {"a": 1}, "no fields" % {}, "%d%%" % 50)
for bad in (lambda: "%d" % "a", lambda: "%s %s" % "a", lambda: "%s" % ("a", "b"), lambda: "%z" % 1,
            lambda: "%(a)s" % "x", lambda: "%(a)s" % {}, lambda: "%", lambda: "%" % 1, lambda: "%c" % "ab",
            lambda: "%d" % None, lambda: "%x" % 1.5, lambda: "%c" % -1, lambda: "%.f" % "x", lambda: "a" % 5):
    try:
        print(repr(bad()))
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(type(error).__name__, error)
