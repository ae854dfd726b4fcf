ba = bytearray(b"abcdef")
mv = memoryview(ba)


def show(text, names=globals()):
    try:
        result = repr(eval(text, names))
    except BaseException as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result.split(' at 0x')[0])


for line in '''
b'a'+mv
mv+b'a'
b'abcdef'==mv
mv==b'abcdef'
b'a'.join([mv,b'c'])
bytes(mv)
bytes(mv[::2])
ba.append(1)
ba.pop()
ba.clear()
b'abc'.find(memoryview(b'b'))
b'abc'.startswith(memoryview(b'a'))
memoryview(b'b') in b'abc'
int.from_bytes(mv,'big')
int(memoryview(b'12'))
float(memoryview(b'1.5'))
str(mv,'ascii')
memoryview('x')
memoryview()
mv[0]
mv[10]
mv['a']
mv[0:2].tolist()
mv[1:2,3]
mv[()]
mv[...]
mv.__setitem__(0,300)
mv.__setitem__(0,'a')
mv.__setitem__(0,1.5)
mv.__setitem__(slice(0,2),b'abc')
mv.__setitem__(slice(0,2),'ab')
mv.__setitem__(slice(0,2),b'xy')
mv.__delitem__(0)
memoryview(b'abc').__setitem__(0,1)
memoryview(b'abc').__setitem__(9,1)
hash(mv)
hash(memoryview(b'abc'))==hash(b'abc')
mv.cast('I')
mv.cast('x')
mv.cast('<I')
mv.cast('@H').format
mv.cast('H').tolist()
mv[::2].cast('H')
mv.cast('H').cast('I')
mv.cast('B',[2,3]).tolist()
mv.cast('B',(2,3)).shape
mv.cast('B',(2,3)).strides
mv.cast('B',(2,3))[1,2]
mv.cast('B',(2,3))[1]
mv.cast('B',(2,3))[1:2]
mv.cast('B',(2,3))[5,2]
mv.cast('B',(2,2))
mv.cast('B',5)
mv.cast('B',[0])
mv.cast('B',['a'])
mv.cast('B',[2,3]).tobytes()
len(mv.cast('B',[2,3]))
list(mv.cast('B',[2,3]))
mv.cast('c')[0]
mv.cast('c').tolist()
mv.cast('?').tolist()
mv.obj
mv.nbytes,mv.itemsize,mv.format,mv.ndim,mv.shape,mv.strides,mv.suboffsets,mv.c_contiguous,mv.f_contiguous,mv.contiguous,mv.readonly
mv[::2].c_contiguous,mv[::2].strides,mv[::-1].tolist(),mv[::2].nbytes
mv.hex()
mv.hex(':')
mv.toreadonly()
mv.toreadonly().readonly
mv.tobytes('F')
mv.tobytes(order='X')
reversed(mv)
list(reversed(mv))
3 in mv
mv.index(1)
mv.count
memoryview(mv).obj
type(mv.obj)
memoryview(object=b'a')
bytes(memoryview(b'')[:0])
memoryview(b'a').__class__
bool(memoryview(b''))
memoryview(b'ab')*2
b' '.join([1])
b' '.join(['a'])
memoryview(b'abc').cast('B').__setitem__('a',1)
type('M',(memoryview,),{})
memoryview(memoryview(ba)[1:])==ba[1:]
memoryview(ba)[1:].obj is ba
'''.strip().splitlines():
    show(line)

with memoryview(ba) as released:
    part = released[1:3]
for line in '''
repr(released)[:16]
released[0]
released.tobytes()
len(released)
released == released
released == 1
released.release()
released.nbytes
released.obj
hash(released)
released.__enter__()
released.tolist()
released.cast('B')
bytes(released)
memoryview(released)
released.__setitem__(0, 1)
part.tobytes()
ba.append(1)
'''.strip().splitlines():
    show(line)
mv.release()
show('ba.append(1)')
part.release()
show('ba.append(1)')
show('ba')
