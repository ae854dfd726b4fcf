# Each character that is a space, and its neighbours, between words of each width; steps over texts of each width.
for code in [*range(0x21), 0x7f, 0x84, 0x85, 0x86, 0x9f, 0xa0, 0xa1, 0x1680, 0x2000, 0x200a, 0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]:
    space = chr(code)
    for word in ('ab', 'é', '中', '😀'):
        text = space + word + space * 2 + 'x' + word + space
        assert bool(space.split()) == (not space.isspace()) and text.strip().split() == text.split()
        print(hex(code), ascii([text.split(), text.split(None, 1), text.rsplit(None, 1)]))

for text in ('', 'a', 'hello', 'héllo', '中文字符', 'a中😀b', 'abcdefghij' * 3):
    for start, stop, step in ((None, None, -1), (1, None, 2), (None, None, 3), (-1, 0, -2), (4, 1, -1), (0, 1, 5), (None, None, -7)):
        print(ascii(text[start:stop:step]), end=' ')
    print()
