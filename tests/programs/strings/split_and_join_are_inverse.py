print("a b  c ".split(), "a b  c ".split(" "), "a,b,,c".split(","), "a,b,c".split(",", 1), "a b c".rsplit(None, 1),
      "a,b,c".rsplit(",", 1), "".split(), "".split(","), " a ".split(maxsplit=0), "abc".split("abc"))
print("a\nb\r\nc\x0bd\x1ce\u2028f".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "a-b-c".partition("-"),
      "a-b-c".rpartition("-"), "abc".partition("x"), "abc".rpartition("x"))
print(",".join(["a"]), "".join([]), "-".join("abc"), ", ".join({"k": 1, "l": 2}), "x".join(map(str, range(3))))
for bad in (lambda: "a".split(""), lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(5),
            lambda: "a".partition(""), lambda: "a".split(5), lambda: b",".join(["a"])):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
