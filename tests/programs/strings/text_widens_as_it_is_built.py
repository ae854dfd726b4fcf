# Pieces of each width in each order, by each way of formatting, short and longer than what is kept at hand.
pieces = ['', 'a', 'é', '中', '😀', 'abc' * 60, '中文' * 70, 'é' * 127, '😀' * 40]
for first in pieces:
    for second in pieces:
        for number in (0, -7, 123456789012, 10 ** 30):
            texts = [
                '%s%d%s|%5d' % (first, number, second, number),
                first + '{}{}|{:>5}'.format(number, second, number),
                '{0}{1}{2}|{1:5d}'.format(first, number, second),
                f'{first}{number}{second}|{number:5}',
                ''.join([first, str(number), second, '|', str(number).rjust(5)]),
            ]
            assert len(set(texts)) == 1 and len(set(map(hash, texts))) == 1
        print(ascii(texts[0][:40]), len(texts[0]))

for text in ('a-b', 'a中-b', '-', '--', 'a-', '-a', '中', 'é-é', '😀-a-中-b'):
    for separator in ('-', 'a', '中', '😀', '--', 'é'):
        for most in (-1, 0, 1, 5):
            parts = text.split(separator, most)
            assert separator.join(parts) == text and [str(part) for part in parts] == parts
            print(ascii([separator, parts, text.split(separator, maxsplit=most) == parts]))
