import random
import re
import unicodedata

FUNCTIONS = [unicodedata.category, unicodedata.bidirectional, unicodedata.combining, unicodedata.decomposition,
             unicodedata.mirrored, unicodedata.east_asian_width]
NUMBERS = [unicodedata.name, unicodedata.decimal, unicodedata.digit, unicodedata.numeric]
for code in [*range(0, 0x3000), *range(0x3000, 0x110000, 37)]:
    character = chr(code)
    print(code, *(function(character) for function in FUNCTIONS), *(function(character, None) for function in NUMBERS))

chance = random.Random(5)
pool = [chr(code) for start, stop in ((0x20, 0x250), (0x300, 0x370), (0x1E00, 0x2000), (0xAC00, 0xAC80), (0x1100, 0x1180),
                                      (0xF900, 0xFA70), (0x3040, 0x3100), (0xFF00, 0xFFEF), (0x2100, 0x2200), (0xD800, 0xD801))
        for code in range(start, stop)]
for _ in range(2000):
    text = ''.join(chance.choice(pool) for _ in range(chance.randint(0, 8)))
    for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        print(ascii(text), form, ascii(unicodedata.normalize(form, text)), unicodedata.is_normalized(form, text))

for name in ('LATIN SMALL LETTER A', 'bullet', 'CJK UNIFIED IDEOGRAPH-4E00', 'HANGUL SYLLABLE GAG', 'LINE FEED', 'BELL', 'no',
             'KEYCAP DIGIT ONE', 'NBSP', 'CJK UNIFIED IDEOGRAPH-FFFF', 'HANGUL SYLLABLE ', ''):
    try:
        print(name, ascii(unicodedata.lookup(name)))
    except KeyError as error:
        print(name, error)
for function, *arguments in ((unicodedata.name, 'ab'), (unicodedata.name, 1), (unicodedata.name, '\n'), (unicodedata.category, 1),
                             (unicodedata.category, 'ab'), (unicodedata.decimal, 'x'), (unicodedata.digit, 'x'),
                             (unicodedata.numeric, 'x'), (unicodedata.digit, 'x', 9), (unicodedata.normalize, 'X', 'a'),
                             (unicodedata.normalize, 1, 'a'), (unicodedata.numeric, '½'), (unicodedata.numeric, '一'),
                             (unicodedata.decimal, '٣'), (unicodedata.digit, '²')):
    try:
        print(function.__name__, arguments, function(*arguments))
    except Exception as error:
        print(function.__name__, arguments, type(error).__name__, error)
print(unicodedata.unidata_version)
print('\N{BULLET}\N{greek small letter alpha}\N{CJK UNIFIED IDEOGRAPH-4E2D}', f'\N{SNOWMAN}{1}', ascii('\N{LINE FEED}\N{NBSP}'))
print(re.sub(r'\N{BULLET}|[\N{EM DASH}]', '*', 'a\u2022b\u2014c'))
for source in (r"'\N{NOPE}'", r"'\N{'", r"'\N'", r"b'\N{BULLET}'", r"'\N{}'", r"'x\N{KEYCAP DIGIT ONE}'"):
    try:
        print(eval(source))
    except SyntaxError as error:
        print(source, error)
print('caf\u00e9 \u4e2d \n\x80'.encode('ascii', 'namereplace'))
