import io
import os
from _folder import attempt

with open('x.bin', 'wb') as file:
    print(file, file.write(b'0123456789'), file.tell(), file.raw, file.mode)
with open('x.bin', 'rb+') as file:
    print(file, file.read(3), file.tell(), file.write(b'ZZ'), file.tell(), file.seek(0, 2), file.seek(-3, 1), file.read())
    print(file.truncate(5), file.tell(), file.seek(0), file.read(), file.peek())
with open('x.bin', 'rb') as file:
    print(file.peek(), file.read1(2), file.readinto(bytearray(2)), file.read(-1), file.read(), file.seek(1), file.readline())
    array = bytearray(10)
    file.seek(0)
    print(file.readinto(array), array, file.detach())
with open('x.bin', 'rb', buffering=0) as file:
    print(file, file.read(2), file.readall(), file.seekable(), file.readinto(array), file.closefd)
with open('lines', 'wb') as file:
    file.writelines([b'a\n', b'bc\n', b'\n', b'last'])
with open('lines', 'rb') as file:
    print(list(file), file.tell(), file.seek(0), file.readlines(3), file.readline(1), file.readlines())
for size in (1, 2, 8191, 8192, 8193, 20000, 100000):
    octets = bytes(i % 251 for i in range(size))
    with open('sized', 'wb') as file:
        for start in range(0, size, 1000):
            file.write(octets[start:start + 1000])
        print(file.tell(), os.stat('sized').st_size)
    with open('sized', 'rb') as file:
        pieces = []
        while piece := file.read(3001):
            pieces.append(piece)
        print(size, len(pieces), b''.join(pieces) == octets)
print(open('sized', 'rb').read() == octets)
with open('x.bin', 'xb') if not os.path.exists('x.bin') else open('new', 'xb') as file:
    print(file.name, file.raw.mode)
attempt(open, 'new', 'xb')
attempt(io.BufferedReader(io.FileIO('new', 'w')).read) if False else attempt(io.BufferedReader, io.FileIO('new', 'w'))
reader = io.BufferedReader(io.FileIO('x.bin'), 3)
print(reader.read(1), reader.peek(), reader.tell(), reader.raw.tell())


class Raw(io.RawIOBase):
    def __init__(self):
        self.left = [b'one\n', b'two', b' and three\n']

    def readable(self):
        return True

    def readinto(self, target):
        piece = self.left.pop(0) if self.left else b''
        target[:len(piece)] = piece
        return len(piece)


print(io.BufferedReader(Raw()).readlines())
print(io.TextIOWrapper(io.BufferedReader(Raw())).read())
