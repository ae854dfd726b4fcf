import io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e), e)
t(lambda: io.StringIO(3)); t(lambda: io.StringIO('a').write(3)); t(lambda: io.StringIO('a').write(b'3'))
t(lambda: io.BytesIO('a')); t(lambda: io.BytesIO().write('s')); t(lambda: io.BytesIO().write(3))
s=io.StringIO('abc\r\ndef\nghi'); t(lambda: s.readlines()); t(lambda: s.seek(1)); t(lambda: s.readline()); t(lambda: s.readline(2)); t(lambda:s.tell())
t(lambda: s.seek(3,1)); t(lambda: s.seek(-1)); t(lambda: s.seek(0,1)); t(lambda: s.seek(0,2)); t(lambda: s.seek(1,2)); t(lambda:s.seek(0,5))
s.seek(20); s.write('x'); t(lambda: s.getvalue()); t(lambda: s.truncate(2)); t(lambda: s.getvalue()); t(lambda: s.tell()); t(lambda:s.truncate(-1))
s.close(); t(lambda: s.read()); t(lambda: s.getvalue()); t(lambda: s.closed); t(lambda: s.readable())
with io.StringIO() as q: q.write('1')
b=io.BytesIO(b'abc\ndef'); t(lambda:b.read(2)); t(lambda:b.readline()); t(lambda: b.readinto(bytearray(2))); t(lambda: b.seek(-1,2)); t(lambda: b.read1()); t(lambda: b.seek(-9,1)); t(lambda: b.seek(-1)); t(lambda: b.tell())
t(lambda: b.fileno()); t(lambda: b.detach()); t(lambda: b.seek(1.5)); t(lambda: b.read(1.5)); t(lambda: b.read('1')); t(lambda:io.StringIO(newline='x')); t(lambda: io.StringIO(1.5))
n=io.StringIO('a\r\nb\rc', newline=None); t(lambda: n.getvalue()); t(lambda:n.newlines); n=io.StringIO('a\r\nb\rc', newline=''); t(lambda: n.readlines()); t(lambda:n.newlines)
n=io.StringIO(newline='\r\n'); n.write('a\nb'); t(lambda: n.getvalue()); t(lambda: n.encoding); t(lambda: n.errors);t(lambda: n.line_buffering); t(lambda:n.fileno())
n=io.StringIO('a\nb'); n.seek(1); n.__init__('x'); t(lambda: n.getvalue())
n.foo=3; t(lambda: n.__dict__); t(lambda: n.writelines(['a', 3])); t(lambda: list(io.StringIO('a\nb\n')))
t(lambda: n.readlines(1)); t(lambda: io.StringIO('ab').read(None)); t(lambda: b.getvalue())
t(lambda: n.__next__()); t(lambda: n.write()); t(lambda: len(n))
class Log(io.StringIO):
    def write(self, text):
        return super().write(text.upper())
log = Log(); print('héllo 你好', file=log); t(log.getvalue); t(lambda: isinstance(log, io.TextIOBase)); t(lambda: isinstance(b, io.IOBase))
class Tee(io.TextIOBase):
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text); return len(text)
tee = Tee(); print('x', 'y', file=tee); t(lambda: tee.parts); tee.writelines(['a','b']); t(lambda: tee.parts); t(lambda: tee.read()); t(lambda: tee.closed); tee.close(); t(lambda: tee.closed)
class Raw(io.RawIOBase):
    def __init__(self): self.data = b'line one\nline two'
    def readable(self): return True
    def readinto(self, b):
        n = min(len(b), len(self.data), 4); b[:n] = self.data[:n]; self.data = self.data[n:]; return n
t(lambda: Raw().read()); t(lambda: Raw().readline()); t(lambda: list(Raw()))
