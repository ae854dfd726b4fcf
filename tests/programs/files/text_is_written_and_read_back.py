import io
import _folder

with open('x.txt', 'w', encoding='utf-8') as file:
    print(file, file.write('h\xe9llo\n\u4e2d\u6587\r\nline3'), file.tell(), file.mode, file.name, file.closed)
print(file.closed, file)
with open('x.txt', encoding='utf-8') as file:
    print(repr(file.read()), repr(file.read()))
with open('x.txt', newline='', encoding='utf-8') as file:
    print(file.readlines(), file.newlines)
for newline in (None, '', '\n', '\r', '\r\n'):
    with open('x.txt', newline=newline, encoding='utf-8') as file:
        print([line for line in file], file.newlines)
    with open('y.txt', 'w', newline=newline) as file:
        file.write('a\nb\r\nc\r')
    print(open('y.txt', 'rb').read())
with open('x.txt', encoding='utf-8') as file:
    print(repr(file.readline()), file.tell(), repr(file.read(2)), file.tell(), file.seek(0), repr(file.read(3)))
    print(file.newlines, file.encoding, file.errors, file.line_buffering, file.readable(), file.writable(), file.seekable(),
          file.isatty(), file.fileno() > 2)
    print(repr(file.readline(2)), repr(file.readline(0)), file.readlines(1), list(file))
with open('x.txt', 'a+', encoding='utf-8') as file:
    print(file.tell(), file.write('end'), file.tell(), file.seek(0), repr(file.read()))
with open('x.txt', 'r+', encoding='utf-8') as file:
    print(file.read(1), file.write('X'), file.seek(0), repr(file.readline()), file.truncate(), file.seek(0, 2))
with open('big.txt', 'w') as file:
    file.writelines('line %d\n' % i for i in range(5000))
with open('big.txt') as file:
    lines = file.readlines()
    print(len(lines), lines[-1], sum(map(len, lines)), file.tell())
    file.seek(0)
    places = []
    for _ in range(3000):
        places.append(file.tell())
        file.readline()
    for place in places[::500]:
        file.seek(place)
        print(place, repr(file.readline()))
with open('big.txt') as file:
    next(file)
    _folder.attempt(file.tell)
    print(len(list(file)), file.tell())
text = io.TextIOWrapper(io.BytesIO(b'a\r\nb\n'), encoding='ascii')
print(text, text.readlines(), text.newlines)
print('plain', 1, 2.5, sep='-', file=open('p.txt', 'w'))
print(open('p.txt').read())
