print("  a b ".strip() + "|", "xxaxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"),
      "\t\n a\u3000\x85".strip(), "www.example.com".strip("cmowz."), "".strip(), "aaa".strip("a") + "|", "a".strip("") )
print("test_name".removeprefix("test_"), "name.py".removesuffix(".py"), "x".removesuffix(""), "aa".removeprefix("a"),
      "x".removeprefix("xyz"))
for bad in (lambda: "a".strip(5), lambda: "a".removeprefix(None), lambda: "a".strip("a", "b")):
    try:
        bad()
    except TypeError as error:
        print(error)
