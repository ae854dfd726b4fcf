"""Where patterns match: search, match, fullmatch, findall, finditer, split."""
import re


def show(match):
    return match and (match.group(), match.span(), match.groups())


print(show(re.search(r'(\w+) (\w+)', '  hello world')), show(re.match('b', 'ab')), show(re.search('b', 'ab')))
print(show(re.fullmatch('a|ab', 'ab')), show(re.fullmatch('a*?', 'aaa')), show(re.fullmatch('a', 'aa')), show(re.fullmatch('(a|ab)(c|bcd)(d*)', 'abcd')))
print(show(re.match('(a)|b', 'b')), show(re.match('(?:(a)|b)*', 'ab')), show(re.match('((a)|b)*', 'ab')))

# Where empty matches may stand.
for pattern in 'x*', 'x*?', '', 'a|', '|a', r'\b', '^', '$', r'(?m)^', r'(?m)$', r'\B', '(?=a)', 'x??':
    for text in 'axbxxa', '', 'a\nb\n', 'xx':
        compiled = re.compile(pattern)
        print(pattern, repr(text), [m.span() for m in compiled.finditer(text)], compiled.findall(text), compiled.split(text))

print(re.split(r'[,;]\s*', 'a, b;c,d'), re.split('(,)|(;)', 'a,b;c'), re.split(',', 'a,b,c', 1), re.split(',', 'a,b,c', -1), re.split('x', ''))
print(re.findall('(a)(b)?', 'aab'), re.findall('a(b)?', 'aab'), re.findall('ab?', 'aab'), re.findall(b'a|', b'ba'))

# Lines and ends.
text = 'one\ntwo\n'
for pattern in '^t', '(?m)^t', 'o$', '(?m)e$', r'o\Z', r'\n\Z', '.*', '(?s).*', r'\Atwo', '(?m)^', '(?m)$', '.$', '(?s).$', r'(?m)\s^':
    print(pattern, [m.span() for m in re.finditer(pattern, text)])

# Positions.
compiled = re.compile('^b|b$|(?<=a)b')
for pos, endpos in (0, 100), (1, 100), (2, 2), (1, 2), (3, 1), (-5, 3), (100, 200):
    for method in compiled.search, compiled.match, compiled.fullmatch:
        match = method('abb', pos, endpos)
        print(pos, endpos, match and (match.span(), match.pos, match.endpos), end=' ')
    print(compiled.findall('abb', pos, endpos), [m.span() for m in compiled.finditer('abb', pos, endpos)])

# Strings of every width, and bytes.
for text in 'abcabc', 'äbcäbc', '你bc你bc', '😀bc😀bc', 'a😀b\ud800c':
    print(ascii(text), [m.span() for m in re.finditer('b.', text)], ascii(re.findall('[^b]+', text)), ascii(re.split('b', text)))
    print([m.span() for m in re.finditer('[ä-😀]', text)], [m.span() for m in re.finditer('😀|你', text)], re.search('\ud800', text))
print(re.findall(b'\xff|[\x80-\x90]+', b'a\x85\x86\xffb'), re.match(b'a', bytearray(b'ab')), re.findall(b'.', bytearray(b'ab')))
for text in memoryview(b'abcab'), bytearray(b'abcab'), memoryview(b'xabx')[1:3]:
    match = re.search(b'(b)(x)?', text)
    print(match.groups(), match[0], re.findall(b'a', text), re.split(b'c', text), re.sub(b'a', memoryview(b'--'), text), type(match.string).__name__)
data = bytearray(b'aab')
found = re.finditer(b'a', data)
try:
    data.append(1)
except BufferError as error:
    print(error)
print(len(list(found)), re.sub(b'a', lambda match: b'x', data))
del found
data.append(98)
print(data, re.match(b'a+', data).group(), re.compile(b'b').sub(bytearray(b'c'), data))
try:
    re.sub(b'a', lambda match: data.clear(), data)
except BufferError as error:
    print(error)
view = memoryview(b'ab')
match = re.match(b'a', view)
view.release()
try:
    print(match.group())
except TypeError as error:
    print(error)

scanner = re.compile(r'\d|(x)').scanner('12xy3')
print(scanner.match().group(), scanner.search().group(), scanner.match().groups(), scanner.match(), scanner.search())
scanner = re.compile('a').scanner('aab')
print([scanner.search() is not None for _ in range(4)], scanner.pattern)
words = re.Scanner([(r'\d+', lambda scanner, text: int(text)), (r'[a-z]+', lambda scanner, text: text.upper()), (r'\s+', None)])
print(words.scan('ab 12 c 3!rest'))
found = re.finditer('a', 'aa')
print(next(found).span(), next(found).span(), next(found, 'no more'), next(found, 'still none'))
