class B:
    def __bytes__(self):
        return b'BB'


class N:
    def __index__(self):
        return 65


def show(text, names=globals()):
    try:
        result = repr(eval(text, names))
    except BaseException as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result.split(' at 0x')[0])


for line in '''
b'%s|%b|%a|%r|%d|%x|%5.2f|%c|%c|%%' % (b'a',bytearray(b'b'),'é',"x",5,255,1.5,65,b'z')
b'%s' % 'a'
b'%s' % 1
b'%b' % [1]
b'%s' % B()
b'%s' % memoryview(b'mv')
b'%c' % 256
b'%c' % -1
b'%c' % b'ab'
b'%c' % 'a'
b'%c' % N()
b'%c' % 1.5
b'%d' % 'a'
b'%d' % 1.9
b'%x' % 1.9
b'%f' % 'a'
b'%e' % None
b'%y' % 1
b'%' % ()
b'%s %s' % (b'a',)
b'%s' % (b'a',b'b')
b'abc' % 1
b'abc' % {}
b'%(k)s %(n)05d' % {b'k':b'v',b'n':7}
b'%(k)s' % {'k':b'v'}
b'%(k)s' % (1,)
b'%5s|%-5s|%.2s' % (b'a',b'b',b'cdef')
b'%*d' % (5,3)
b'%*d' % ('a',3)
b'%+d % d %#x %#o %X' % (1,2,255,8,255)
bytearray(b'%s') % b'x'
bytearray(b'%d') % 1
b'%5c|%-5c|' % (65,66)
b'%10a' % 'x'
b'%5%' % ()
b'\\xff%s' % b'\\xfe'
b'%s' % b''
'a' % b''
b'%i' % True
b'%s' % (b'a' for _ in ())
1 % b'a'
b'%o' % 9
b'%.3d' % 5
b'%G' % 1e-10
b'%l' % 1
b'%ld' % 1
b'%c' % bytearray(b'q')
'''.strip().splitlines():
    show(line)
