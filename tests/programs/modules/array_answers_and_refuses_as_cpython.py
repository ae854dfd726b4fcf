import array as am
from array import array

a = array('i', [1, 2, 3])
f = array('d', [1.5, 2])
b = array('B', b'abc')
u = array('u', 'héllo')


class A(array):
    pass


def show(text, names=globals()):
    try:
        result = repr(eval(text, names))
    except BaseException as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result.split(' at 0x')[0])


for line in '''
(array, am)[0]
am.ArrayType
am.typecodes
a
f
u
array('b')
array('i')
array('x')
array(1)
array('ii')
array()
array('i',1)
array('i','ab')
array('u',[1])
array('u',['ab'])
array('B',b'ab')
array('i',b'ab')
array('i',b'abcd')
array('i',[1.5])
array('i',['a'])
array('b',[200])
array('b',[-200])
array('B',[256])
array('B',[-1])
array('h',[40000])
array('H',[70000])
array('H',[-1])
array('i',[1<<31])
array('i',[1<<70])
array('I',[-1])
array('I',[1<<32])
array('I',[1<<70])
array('l',[1<<63])
array('L',[-1])
array('L',[1<<64])
array('q',[1<<63])
array('Q',[-1])
array('Q',[1<<64])
array('Q',[1<<63])
array('f',['a'])
array('f',[1.1])
array('f',[1e300])
array('d',(1,2,3))
array('i',range(3))
array('i',a)
array('d',a)
array('i',array('u','a'))
array('u',a)
array('i',x=1)
a.typecode,a.itemsize,len(a)
a[0]
a[-1]
a[5]
a['a']
a[0:2]
a[::-1]
a[::2]
a.__setitem__(0,10)
a.__setitem__(0,'a')
a.__setitem__(9,1)
a.__setitem__('a',1)
a.__setitem__(slice(0,1),array('i',[7,8]))
a.__setitem__(slice(0,1),[1])
a.__setitem__(slice(0,1),array('d',[1]))
a.__setitem__(slice(0,None,2),array('i',[1]))
a
a.__delitem__(0)
a.__delitem__(slice(0,1))
a.__delitem__(10)
a
a+a
a+[1]
a+f
a*2
2*a
a*'a'
a.__iadd__(a)
a.__iadd__(f)
a.__iadd__([1])
a.__imul__(2)
a==array('d',[3,3])
a==array('i',[2,3,2,3])
a==[1]
a<array('i',[9])
a<[1]
a!=f
a>=a
hash(a)
a.append(5)
a.append('x')
a.extend([1,2])
a.extend(f)
a.extend('ab')
a.extend(5)
a.extend([1,'x'])
a
a.insert(0,99)
a.insert(-1,98)
a.insert(100,97)
a.insert('a',1)
a.pop()
a.pop(0)
a.pop(100)
array('i').pop()
a.remove(98)
a.remove(98)
a.index(1)
a.index(1000)
a.index(2,1)
a.index(2,1,2)
a.count(2)
a.reverse()
a
a.tolist()
a.tobytes()
a.tobytes
a.frombytes(b'abcd')
a.frombytes(b'abc')
a.frombytes('a')
a.fromlist([1,2])
a.fromlist((1,))
a.fromlist([1,'a'])
a
u.tounicode()
u.fromunicode('xy')
u.fromunicode(1)
u
a.tounicode()
a.fromunicode('a')
u[0]
u[1:3]
u.tolist()
u.append('ab')
u.append(1)
u==array('u','abc')
a.byteswap()
a
u.byteswap
a.buffer_info()[1]
3 in b
97 in b
'a' in b
list(a)
iter(a)
type(iter(a))
reversed(b)
list(reversed(b))
a.__copy__()
a.__deepcopy__(None)
a.__reduce_ex__(2)
a.__reduce_ex__(3)
u.__reduce_ex__(3)[1]
A('i',[1])
A('i',[1])+A('i',[2])
A('i',[1])[0:1]
type(A('i',[1])[0:1])
array.x
a.x
a.typecode
b.__class__
array('u')
array('u','ab')
array('i',[])
memoryview(a).itemsize
bytes(b)
b.fromfile
str(array('f',[0.1]))
bool(array('i'))
array('i',bytearray(b'abcdabcd'))
array('i',memoryview(b'abcd'))
array('B','abc')
array(typecode='i')
tuple(a)
sum(a)
max(b),min(b),sorted(b)
'''.strip().splitlines():
    show(line)
view = memoryview(a)
for line in ["a.append(1)", "a.extend([1])", "a.pop()", "a.frombytes(b'abcd')", "a.__delitem__(0)", "a.insert(0,1)", "a.__iadd__(a)", "a.__imul__(2)",
             "a.fromlist([1])", "a.__imul__(0)", "a.__setitem__(slice(0,1),a)", "a.__setitem__(slice(0,1),a[:1])", "view[0]", "view.format"]:
    show(line)
view[0] = 77
view.release()
print(a[0], a.append(1))
import collections.abc
import io
import pickle
print(isinstance(a, collections.abc.MutableSequence), isinstance(memoryview(b''), collections.abc.Sequence))
print([pickle.dumps(f, protocol) for protocol in range(6)], [pickle.loads(pickle.dumps(f, protocol)) for protocol in range(6)])
file = io.BytesIO()
a.tofile(file)
file.seek(0)
other = array('i')
other.fromfile(file, 3)
print(other, other == a[:3])
show('other.fromfile(file, 100)')
room = array('h', [0] * 4)
print(io.BytesIO(b'abcdefghij').readinto(room), room, io.BytesIO(b'xy').readinto(memoryview(room)[1:]), room)
