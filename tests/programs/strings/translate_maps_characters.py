table = str.maketrans("abc", "xyz", "d")
print("abcd".translate(table), table, str.maketrans({"a": "AA", 98: None, "c": 100}),
      "abc".translate({97: "one", 98: 50, 99: None}), "ab".translate(str.maketrans({"a": ""})))
class Upper(dict):
    def __missing__(self, key): return key - 32
print("abc".translate(Upper()), b"abc".translate(bytes.maketrans(b"a", b"z"), b"c"), b"abc".translate(None, b"b"))
for bad in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans({"ab": 1}), lambda: "a".translate({97: 5.5}),
            lambda: "a".translate({97: 0x110000}), lambda: str.maketrans(5)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
