import io
import os
from _folder import attempt, path

os.makedirs('folder/below')
open('x.txt', 'w').close()
for name in ('nope', 'folder', 'folder/below/c/d', 'x.txt/y', '', 'nope/', path + '/nope'):
    for mode in ('r', 'w', 'x', 'rb+'):
        if name not in ('nope', path + '/nope') or mode.startswith('r'):
            attempt(open, name, mode)
for mode in ('z', 'rw', 'r+w', '', 'tb', 'rt+b', 'rr', 'U', 'r++', 'b', '+'):
    attempt(open, 'x.txt', mode)
attempt(open, 'x.txt', 3)
attempt(open, 1.5)
attempt(open, None)
attempt(open)
attempt(open, 'x.txt', encoding='klingon')
attempt(open, 'x.txt', encoding=3)
attempt(open, 'x.txt', newline='x')
attempt(open, 'x.txt', 'rb', encoding='utf8')
attempt(open, 'x.txt', 'rb', newline='')
attempt(open, 'x.txt', 'rb', errors='strict')
attempt(open, 'x.txt', 'r', buffering=0)
attempt(open, 'x\0y')
attempt(open, 99)
attempt(open, -1)
attempt(open, 'x.txt', closefd=False)
attempt(open, 'a' * 300)
try:
    open('nope')
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename, error.filename2, error.args)
with open('x.txt', 'w') as file:
    for call in (file.read, file.readline, lambda: list(file), lambda: file.write(3), lambda: file.seek(1, 1),
                 lambda: file.seek(-1), lambda: file.seek(0, 5), lambda: file.seek(-1, 2)):
        attempt(call)
with open('x.txt') as file:
    for call in (lambda: file.write('a'), file.truncate, lambda: file.read('a'), lambda: file.writelines(['a'])):
        attempt(call)
print(issubclass(io.UnsupportedOperation, (OSError, ValueError)))
for mode in ('r', 'rb', 'wb', 'rb+'):
    file = open('x.txt', mode)
    file.close()
    file.close()
    print(file, file.mode)
    octets = b'a' if 'b' in mode else 'a'
    for call in (file.read, lambda: file.write(octets), file.readline, file.flush, lambda: file.seek(0), file.tell,
                 lambda: next(file), file.fileno, file.__enter__, file.readable, file.truncate, lambda: list(file)):
        attempt(call)
opened = open('x.txt', opener=lambda name, flags: os.open('x.txt', flags))
print(opened.name, opened.read())
with open(opened.fileno(), closefd=False) as second:
    print(second.name == opened.fileno())
print(opened.closed, os.fstat(opened.fileno()).st_size)
