s = "banana"
print(s.find("an"), s.rfind("an"), s.find("x"), s.index("n"), s.rindex("a"), s.count("a"), s.count("ana"),
      s.find("a", 2), s.find("a", -2), s.find("", 10), s.count(""), s.find("a", 2, 3), s.rfind("", 2, 4), "".count(""),
      s.find("b", -100, 100))
print(s.startswith("ba"), s.startswith(("x", "b")), s.endswith("na", 0, 4), s.startswith("an", 1), s.startswith(""),
      s.startswith("", 7), s.endswith(()), "nan" in s, "" in "", s.replace("a", "A", 2), s.replace("", "-"),
      s.replace("an", ""), s.replace("a", "aa", 0), "aaa".replace("aa", "b"))
for bad in (lambda: s.index("x"), lambda: s.rindex("x"), lambda: s.find(5), lambda: s.startswith(5),
            lambda: s.startswith(("a", 5)), lambda: 5 in s, lambda: s.replace("a")):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
