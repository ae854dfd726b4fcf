"""\\d, \\w, \\s and ignored case over all of Unicode, in ASCII patterns and in bytes."""
import re

everything = ''.join(map(chr, range(0x110000)))
for category in r'\d \D \w \W \s \S'.split():
    for flags in 0, re.A:
        found = re.compile(category + '+', flags).findall(everything)
        print(category, flags, len(found), sum(map(len, found)), hash(''.join(found)) % 1000003)
    print(category, re.findall(category, bytes(range(256)).decode('latin-1')), re.findall(category.encode(), bytes(range(256))))
for text in r'[\w-]', r'[^\W\d_]', r'[^\s\w]', r'[\Wa]', r'[^\Wa]', r'[\D5]', r'[^\D5]', r'[\S ]', r'[^\S ]', r'[\w\W]', r'[^\w\W]':
    for flags in 0, re.A:
        print(text, flags, len(re.findall(text, everything, flags)), len(re.findall(text, everything[:256], flags)))

cased = [c for c in everything[:0x20000] if c != c.lower() or c != c.upper()]
for c in cased:
    same = ''.join(re.findall(c, ''.join(cased), re.I))
    if len(same) != 2 or c == 'k':
        print(ascii(c), ascii(same))
text = 'ßẞſsSKkKiIıİµμΜςσΣǅǄǆﬅﬆ'
for pattern in r'[a-z]', '[A-Z]', '[^k]', '[ſ]', '[i-ı]', 'İ', 'ı', 'K', 'µ', r'\w', '[^\u03c3]', 'ß', 'ﬅ':
    for flags in re.I, re.I | re.A:
        print(pattern, int(flags), re.findall(pattern, text, flags))
print(re.findall('[\u0300-\U0001ffff]', text, re.I))
print(re.findall(b'[a-c\xe0]', b'AbC\xe0\xc0', re.I), re.findall(b'\xe0', b'\xe0\xc0', re.I | re.L), re.findall(rb'\w', b'a\xe0', re.L))
print(re.findall(r'(?i:a)b(?-i:C)', 'aBC Abc AbC abC'), re.findall(r'(?i)a(?-i:b)', 'AB Ab ab'), re.findall(r'(?i)(a)\1', 'aA Aa aa'))
print(re.findall(r'(?a:\w)\w', 'éa aé ab'), re.findall(r'(?a)\w(?u:\w)', 'éa aé ab'), re.findall(r'(?a:\b)a', 'éa a'), re.findall(r'(?a)(?u:\b)a', 'éa a'))
print(re.findall(r'\bé', 'é aé'), re.findall(r'(?a)\Bé', 'é aé'), re.findall(r'(?a:\B)é', 'é aé'))
print([re.findall(r'\s', c) for c in '\x1c\x1f\x85\xa0\u180e\u200b\u2028\u3000'], re.findall(r'(?a)\s', '\x1c\x0b \xa0'))
