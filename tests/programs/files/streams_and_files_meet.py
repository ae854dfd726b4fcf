# stdin: one\ntwo\nthree
import io, sys, os
import _folder
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8', line_buffering=True)
print('wrapped 中', sys.stdout.name, sys.stdout.line_buffering)
print(repr(sys.stdin.buffer.readline()), repr(sys.stdin.buffer.read()))
print(open(1,'w',closefd=False).write('to one\n'))
keep = sys.stdout; sys.stdout = sys.__stdout__
with open('f3','w') as f:
    sys.stdout = f; print('into file'); sys.stdout = sys.__stdout__
print(open('f3').read())
import contextlib
with open('f3','w') as f, contextlib.redirect_stdout(f): print('redirected')
print(open('f3').read())
class R(io.RawIOBase):
    def writable(self): return True
    def write(self, b): print('raw', bytes(b)); return len(b)
b = io.BufferedWriter(R(), 4); b.write(b'ab'); b.write(b'cdefgh'); b.flush(); b.close()
t = io.TextIOWrapper(io.BufferedWriter(R()), write_through=True); t.write('x'); t.close()
f = open('f3','rb'); g = f
del f; print(g.closed); print(g.read()); 
try: open('f3').buffer.nope
except AttributeError as e: print(e)
print(isinstance(open('f3'), io.TextIOBase), isinstance(open('f3','rb'), io.BufferedIOBase), isinstance(sys.stdout, io.TextIOBase), isinstance(open('f3','rb',0), io.RawIOBase), isinstance(g, io.IOBase))
with open('f3','w') as f:
    f.write('a'); f.extra = 3; print(f.extra, f._CHUNK_SIZE if hasattr(f,'_CHUNK_SIZE') else 8192)
os.write(2, b'err\n')
print(os.get_terminal_size.__name__, os.path.expandvars('$HOME') == os.environ['HOME'], os.strerror(2), os.devnull, os.linesep)
print(open(os.devnull).read(), open(os.devnull,'w').write('x'), len(open('/dev/urandom','rb').read(5)), open('/dev/zero','rb').read(3))
for mode in ('r','w'):
    with open(b'f3', mode) as f: print(f.name, f)
import pickle, json
pickle.dump({'a':1}, open('f3','wb')); print(pickle.load(open('f3','rb')))
try: json.load(open('f3x'))
except OSError as e: print(e)
with open('f3','w') as f:
    f.seek(5); f.write('x')
print(open('f3','rb').read())
def gen():
    with open('f3') as f:
        for l in f: yield l
x = gen(); next(x); x.close()
import csv
with open('f3','w',newline='') as f: csv.writer(f).writerows([[1,'a,b'],[2,'c\nd']])
print(list(csv.reader(open('f3',newline=''))), repr(open('f3',newline='').read()))
with open('f3') as a, open('f3') as b: print([x==y for x,y in zip(a,b)])
os.remove('f3')
