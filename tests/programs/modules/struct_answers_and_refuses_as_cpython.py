import struct

S = struct.Struct('<hI4s')
ba = bytearray(12)


class I:
    def __index__(self):
        return 7


def show(text, names=globals()):
    try:
        result = repr(eval(text, names))
    except BaseException as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result.split(' at 0x')[0])


for line in '''
struct.pack('3c',b'a',b'b')
struct.pack('c','a')
struct.pack('c',b'ab')
struct.pack('4s','a')
struct.pack('4s',b'abcdef')
struct.pack('4p',b'abcdef')
struct.pack('0p',b'a')
struct.pack('s',1)
struct.pack('5p',1)
struct.pack('f','a')
struct.pack('f',1e300)
struct.pack('<f',1e300)
struct.pack('e',1e10)
struct.pack('<e',1e10)
struct.pack('e',1.5)
struct.pack('d',1)
struct.pack('d','x')
struct.pack('>d','x')
struct.pack('?','x')
struct.pack('?',[])
struct.pack('P',-1)
struct.pack('P',1<<70)
struct.pack('P','a')
struct.pack('<P',1)
struct.pack('<n',1)
struct.pack('y',1)
struct.pack('i 5',1)
struct.pack('5',1)
struct.pack('i i',1,2)
struct.pack('bi',1,2)
struct.pack('ib',1,2)
struct.pack('ib0i',1,2)
struct.pack('=bi',1,2)
struct.pack('!bi',1,2)
struct.pack('@bi',1,2)
struct.pack('i')
struct.pack('i',1,2)
struct.pack()
struct.pack(1)
struct.pack(b'i',1)
struct.pack('xxi',I())
struct.pack('é')
struct.unpack('i',b'abc')
struct.unpack('i','abcd')
struct.unpack('<i',memoryview(b'abcd'))
struct.unpack('i')
struct.unpack('<3sx2c',b'abcdef')
struct.unpack('5p',b'\\x03abcd')
struct.unpack('2p',b'\\x09a')
struct.unpack('?',b'\\x02')
struct.unpack('>fd',struct.pack('>fd',1.5,2.5))
struct.unpack('e',b'\\x00\\x3e')
struct.unpack('P',b'12345678')
struct.unpack('n',b'12345678')
struct.unpack_from('i',b'abcdefg',2)
struct.unpack_from('i',b'abcdefg',5)
struct.unpack_from('i',b'abcdefg',-1)
struct.unpack_from('i',b'abcdefg',-9)
struct.unpack_from('i',b'abcdefg',-4)
struct.unpack_from('i',buffer=b'abcdefg',offset=1)
struct.pack_into('i',ba,0,1)
struct.pack_into('i',ba,10,1)
struct.pack_into('i',ba,-2,1)
struct.pack_into('i',ba,-20,1)
struct.pack_into('i',b'abcd',0,1)
struct.pack_into('i',ba)
struct.pack_into('i',ba,0)
struct.pack_into('i',ba,'a',1)
struct.pack_into('i',ba,0,1,2)
struct.pack_into()
struct.pack_into('i')
list(struct.iter_unpack('<h',b'abcdef'))
struct.iter_unpack('<h',b'abcde')
struct.iter_unpack('',b'abcde')
struct.iter_unpack('<h',b'abcdef')
struct.calcsize('bhilq')
struct.calcsize('<bhilq')
struct.calcsize('99999999999999999999i')
struct.calcsize('9999999999999999999i')
struct.calcsize('3s0i')
struct.calcsize(1)
struct.calcsize('')
S
S.size
S.format
S.pack(1,2,b'a')
S.unpack(b'0123456789')
S.unpack(b'')
S.unpack_from(b'0123456789ab',2)
S.unpack_from(b'0123456789ab',offset=3)
S.pack_into(ba,0,1,2,b'c')
S.pack(1)
S.pack_into(ba,9,1,2,b'c')
list(S.iter_unpack(b'0123456789'*2))
S.iter_unpack(b'1')
struct.Struct(b'<h').format
struct.Struct(1)
struct.Struct()
struct.Struct(format='h').size
struct.Struct('z')
struct.error
struct.error.__mro__
struct.Struct
struct.__all__
next(struct.iter_unpack('h',b'ab'))
struct.iter_unpack('h',b'abab').__length_hint__()
type(struct.iter_unpack('h',b'abab'))
struct.pack
struct.pack('<hh',*[1,2])
struct.pack('<l',1)
struct.pack('l',1)
struct.pack('<q',-5)
struct.pack('>Q',1<<63)
struct.unpack('>Q',b'\\xff'*8)
struct.unpack('<q',b'\\xff'*8)
struct.pack('2i 3x h',1,2,3)
struct.pack('0s',b'')
struct.pack('s',b'')
struct.pack('3s',bytearray(b'ab'))
struct.pack('3s',memoryview(b'ab'))
struct.pack('d',1<<2000)
struct.pack('f',1<<2000)
struct.pack('c',bytearray(b'a'))
S.nope
repr(struct.Struct('<h'))
'''.strip().splitlines():
    show(line)
for code in 'bBhHiIlLqQnN':
    for order in ['', '<', '>']:
        for value in ['300', '-1', '1 << 15', '1 << 16', '1 << 31', '1 << 32', '1 << 63', '1 << 64', '-1 - (1 << 63)', '"a"', '1.5', 'None']:
            show(f'struct.pack({order + code!r}, {value})')
for number in [0.0, -0.0, 1.0, 65504.0, 65519.9, 6e-8, 2.9e-8, 1e-5, 0.333, float('inf'), float('nan')]:
    print(number, struct.pack('<e', number), struct.unpack('<e', struct.pack('<e', number)))
