line = "  key = value = more  "
print(line.strip().split("="), line.split(), line.partition("="), line.rstrip() + "|")
print("a,b,,c".split(","), "a,b,,c".rsplit(",", 1), "x".join("abc"), "one\ntwo\r\nthree".splitlines())
print("banana".find("an", 2), "banana".count("an"), "banana".replace("an", "[]", 1), "banana".rindex("a"))
print("Hello World".swapcase(), "hello world".title(), "abc".zfill(5), "tEST".capitalize(), "12".isdigit())
print("prefix.rest".removeprefix("prefix."), "a-b".translate(str.maketrans("ab", "xy")), "abc".startswith(("x", "a")))
