for text in ("a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "a, b = 5", "a, b = {}", "(a, b), c = 'xy', 1",
             "[a, b] = iter('abc')", "*a, b = []", "a, b = 'ab' 'c'", "*a, = 'xyz'", "a, (b, *c), d = 1, 'xyz', 4",
             "() = []", "[] = [1]"):
    names = {}
    try:
        exec(text, names)
        del names["__builtins__"]
        print(text, "->", names)
    except (TypeError, ValueError) as error:
        print(text, "->", type(error).__name__, error)
