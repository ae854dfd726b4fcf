import base64
import binascii
import gzip
import io
import zlib

d = b'hello hello hello ' * 100
c = zlib.compress(d)
co = zlib.compressobj()
do = zlib.decompressobj()


def show(text, names=globals()):
    try:
        result = repr(eval(text, names))
    except BaseException as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result.split(' at 0x')[0])


for line in '''
zlib.compress(b'abc')
zlib.compress(b'abc',9)
zlib.compress(b'abc',level=0)
zlib.compress(b'abc',wbits=-15)
zlib.compress(b'abc',wbits=31)
zlib.compress('a')
zlib.compress(b'a',10)
zlib.compress(b'a',-2)
zlib.compress(b'a',wbits=99)
zlib.decompress(c)==d
zlib.decompress(b'abc')
zlib.decompress(c[:-3])
zlib.decompress(b'')
zlib.decompress(c+b'extra')==d
zlib.decompress(c[:-1]+b'x')
zlib.decompress(c,bufsize=1)==d
zlib.decompress(c,bufsize=0)
zlib.decompress(c,wbits=-15)
zlib.decompress(zlib.compress(b'abc',wbits=31),47)
zlib.decompress('a')
zlib.crc32(b'abc')
zlib.crc32(b'abc',5)
zlib.crc32(b'c',zlib.crc32(b'ab'))
zlib.adler32(b'abc')
zlib.adler32(b'abc',7)
zlib.adler32('a')
zlib.crc32(b'abc',-1)
zlib.crc32(b'abc',1<<40)
type(co)
co.compress(d)
co.compress(b'x'*100000)
co.flush(zlib.Z_SYNC_FLUSH)[-4:]
co.copy().flush()[-4:]
co.flush()[-4:]
co.flush()
co.compress(b'a')
co.copy()
do.decompress(c[:10])
do.eof,do.unused_data,do.unconsumed_tail
do.decompress(c[10:]+b'tail')==d
do.eof,do.unused_data,do.unconsumed_tail
do.flush()
do.decompress(b'more')
do.unused_data
do.copy()
type(do)
zlib.decompressobj().decompress(c,5)
(lambda x:(x.decompress(c,5),x.unconsumed_tail==c[-len(x.unconsumed_tail):],x.decompress(x.unconsumed_tail,3),x.flush()==d[8:],x.eof))(zlib.decompressobj())
zlib.decompressobj().decompress(c,-1)
zlib.decompressobj().decompress(b'bad')
zlib.decompressobj().flush()
zlib.decompressobj().flush(0)
zlib.decompressobj(wbits=99)
zlib.decompressobj(-15).decompress(zlib.compress(b'abc',wbits=-15))
zlib.decompressobj(zdict=b'hello').decompress
(lambda x:x.compress(b'hello hello')+x.flush())(zlib.compressobj(zdict=b'hello'))
zlib.decompressobj(zdict=b'hello').decompress((lambda x:x.compress(b'hello hello')+x.flush())(zlib.compressobj(zdict=b'hello')))
zlib.decompressobj().decompress((lambda x:x.compress(b'hello hello')+x.flush())(zlib.compressobj(zdict=b'hello')))
zlib.decompressobj(zdict='a')
zlib.compressobj(level=99)
zlib.compressobj(9,8,15,9,0)
zlib.compressobj(method=7)
zlib.error
zlib.error.__mro__
zlib.ZLIB_VERSION,zlib.MAX_WBITS,zlib.DEFLATED,zlib.DEF_MEM_LEVEL,zlib.Z_BEST_SPEED,zlib.Z_BEST_COMPRESSION,zlib.Z_DEFAULT_COMPRESSION,zlib.Z_NO_COMPRESSION,zlib.DEF_BUF_SIZE,zlib.Z_FINISH,zlib.Z_NO_FLUSH,zlib.Z_FULL_FLUSH,zlib.Z_PARTIAL_FLUSH,zlib.Z_BLOCK,zlib.Z_TREES,zlib.Z_HUFFMAN_ONLY,zlib.Z_RLE,zlib.Z_FIXED,zlib.Z_FILTERED,zlib.Z_DEFAULT_STRATEGY
zlib.ZLIB_RUNTIME_VERSION
zlib.compress(bytearray(b'abc'))==zlib.compress(memoryview(b'abc'))
gzip.compress(b'abc',mtime=0)
gzip.decompress(gzip.compress(d))==d
gzip.compress(b'abc',mtime=0,compresslevel=1)
gzip.compress(b'abc',mtime=5)
gzip.compress(b'',mtime=1)
gzip.decompress(b'abc')
gzip.decompress(b'')
gzip.decompress(gzip.compress(d)[:-4])
gzip.decompress(gzip.compress(d)[:-8]+b'12345678')
gzip.decompress(gzip.compress(d)[:-4]+b'1234')
gzip.decompress(gzip.compress(b'a')+gzip.compress(b'b'))
gzip.decompress(gzip.compress(b'a')+b'\\0\\0')
gzip.decompress(gzip.compress(b'a')+b'zz')
gzip.decompress(b'\\x1f\\x8b\\x08')
gzip.BadGzipFile.__mro__
(lambda f:(f.write(b'abc'),f.close()))(gzip.GzipFile(fileobj=io.BytesIO(),mode='wb'))
gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(d))).read()==d
gzip.open(io.BytesIO(gzip.compress(d))).readline()==d
list(gzip.open(io.BytesIO(gzip.compress(b'a\\nb\\n'))))
binascii.hexlify(b'abc')
binascii.hexlify(b'abc',':')
binascii.hexlify(b'abcd',b'-',2)
binascii.hexlify(b'abcde','-',-2)
binascii.hexlify('a')
binascii.hexlify(b'ab','xx')
binascii.b2a_hex(b'\\xff')
binascii.unhexlify(b'616263')
binascii.unhexlify('616263')
binascii.unhexlify('61626')
binascii.unhexlify('zz')
binascii.unhexlify('é')
binascii.unhexlify(5)
binascii.a2b_hex('FF')
binascii.crc32(b'abc'),binascii.crc32(b'abc',3)
binascii.crc_hqx(b'abc',0)
binascii.b2a_base64(b'abc')
binascii.b2a_base64(b'abcd',newline=False)
binascii.b2a_base64('a')
binascii.a2b_base64(b'YWJj')
binascii.a2b_base64('YWJj\\n')
binascii.a2b_base64(b'YW=J')
binascii.a2b_base64(b'YWJ')
binascii.a2b_base64(b'Y')
binascii.a2b_base64(b'YQ==YQ==')
binascii.a2b_base64(b'Y!Q==')
binascii.a2b_base64(b'Y!Q==',strict_mode=True)
binascii.a2b_base64(b'YQ==x',strict_mode=True)
binascii.a2b_base64(b'=YQ=',strict_mode=True)
binascii.a2b_base64(b'YQ=a',strict_mode=True)
binascii.a2b_base64(b'YWJj=',strict_mode=True)
binascii.a2b_base64(b'YW\\nJj',strict_mode=True)
binascii.a2b_base64(b'')
binascii.a2b_base64('é')
binascii.a2b_base64(b'Y===')
binascii.a2b_base64(b'YWJjZ')
binascii.a2b_base64(b'=')
binascii.a2b_base64(b'====')
binascii.b2a_uu(b'abc')
binascii.a2b_uu(b'#86)C\\n')
binascii.b2a_uu(b'a'*46)
binascii.Error.__mro__
binascii.Incomplete.__mro__
base64.b64encode(b'abc')
base64.b64encode(b'\\xff\\xfe',b'-_')
base64.b64encode(b'a',altchars='ab')
base64.b64encode('a')
base64.b64decode('YWJj')
base64.b64decode(b'_-==',b'-_')
base64.b64decode('YW Jj')
base64.b64decode('YW Jj',validate=True)
base64.b64decode('YWJ')
base64.b64decode('é')
base64.standard_b64encode(b'ab'),base64.standard_b64decode(b'YWI=')
base64.urlsafe_b64encode(b'\\xff\\xfe\\xfd'),base64.urlsafe_b64decode('__79')
base64.b32encode(b'abcde'),base64.b32encode(b'a'),base64.b32encode(b'')
base64.b32decode('MFRGGZDF'),base64.b32decode('ME======')
base64.b32decode('me======')
base64.b32decode('me======',casefold=True)
base64.b32decode('ME===')
base64.b32decode('M1======',map01='L')
base64.b32decode('M=======')
base64.b32decode('1AAAAAAA')
base64.b32hexencode(b'abcde'),base64.b32hexdecode(b'C5H66P35')
base64.b16encode(b'abc'),base64.b16decode('616263')
base64.b16decode('6a')
base64.b16decode('6a',casefold=True)
base64.b16decode('zz')
base64.a85encode(b'hello world'),base64.a85decode(base64.a85encode(b'hello world'))
base64.a85encode(b'\\0\\0\\0\\0    ',foldspaces=True),base64.a85encode(b'ab'*40,wrapcol=20),base64.a85encode(b'abc',pad=True),base64.a85encode(b'abc',adobe=True)
base64.a85decode(b'<~@:E_~>',adobe=True)
base64.a85decode(b'@:E_',adobe=True)
base64.a85decode(b'vvvv')
base64.a85decode(b'zz')
base64.a85decode(b'az')
base64.a85decode(b's8W-"')
base64.b85encode(b'hello world'),base64.b85decode(base64.b85encode(b'hello world')),base64.b85encode(b'a',pad=True)
base64.b85decode(b'~~~~~')
base64.b85decode(b' ')
base64.b85decode(b'\\xff')
base64.encodebytes(b'a'*60),base64.decodebytes(b'YWFh\\n')
base64.encodebytes('a')
base64.decodebytes(5)
base64.encode,base64.decode
(lambda o:(base64.encode(io.BytesIO(b'abc'*30),o),o.getvalue()))(io.BytesIO())
base64.__all__
'''.strip().splitlines():
    show(line)
