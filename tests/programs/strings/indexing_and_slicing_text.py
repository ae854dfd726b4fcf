s = "héllo中"
print(s[0], s[-1], s[1:3], s[::-1], s[::2], s[10:], s[-3:-1], s[:100], s[3:1], len(s), s[True], *s, sep="|")
for bad in (lambda: s[10], lambda: s[-7], lambda: s["a"], lambda: s[1.0], lambda: s[::0], lambda: setattr(s, "x", 1)):
    try:
        bad()
    except (IndexError, TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    s[0] = "x"
except TypeError as error:
    print(error)
try:
    del s[0]
except TypeError as error:
    print(error)
print("a" * 3, 2 * "ab", "a" * 0, "a" * -1, "a" + "b", "a" < "b" < "c", "Z" < "a", "é" > "z", max("hello"),
      sorted("hello"), "ab" "cd", "10" < "9")
