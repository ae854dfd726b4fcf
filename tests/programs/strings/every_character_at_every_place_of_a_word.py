# Cases, quotes and escapes of text of up to 20 characters with another character at each place.
strange = ''.join(map(chr, range(128))) + '\x80ß\xb5ÿ中😀'
for length in range(1, 20):
    for place in range(length):
        for character in strange:
            text = 'zaZA59 ~`{@['[place % 12:] + 'qrstuvwxyzABCDEFGHIJ'
            text = text[:length]
            text = text[:place] + character + text[place + 1:]
            shown = repr(text)
            assert eval(shown) == text and text.lower().upper() == text.upper().lower().upper(), shown
            if length in (1, 7, 8, 9, 16) and place in (0, 6, 7, 8, 15):
                print(ascii([text.upper(), text.lower(), text.swapcase(), shown]))

for length in range(40):
    left, right = 'a' * length, ''.join(['a'] * length)
    assert left == right and hash(left) == hash(right) and {left: 1}[right] == 1
    for place in range(length):
        other = left[:place] + 'b' + left[place + 1:]
        assert left != other and other not in {left}
    print(length, hash(left), hash('中' * length))
