tests = ["isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isidentifier", "isprintable", "isascii"]
for text in ("abc", "12", "²", "½", "٣", "a1", " \t", "\u3000", "_x1", "class", "1a", "", "é", "中文", "a b", "\n",
             "\x7f", "Ⅷ", "\xa0", "\u200b"):
    print(ascii(text), *[getattr(text, test)() * 1 for test in tests])
