import _hashlib
import hashlib
import hmac

h = hashlib.sha256(b'abc')
b = hashlib.blake2b(digest_size=20, key=b'k', salt=b's', person=b'p')
m = hmac.new(b'key', b'msg', 'sha256')


def show(text, names=globals()):
    try:
        result = repr(eval(text, names))
    except BaseException as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result.split(' at 0x')[0])


for line in '''
sorted(hashlib.algorithms_guaranteed)
sorted(hashlib.algorithms_available)
hashlib.sha256
hashlib.blake2b
hashlib.sha3_256
hashlib.new
type(h)
type(hashlib.shake_128())
b
type(b)
hashlib.md5().hexdigest()
hashlib.sha1(b'a').hexdigest()
hashlib.new('sha256',b'x').hexdigest()
hashlib.new('SHA256',b'x').name
hashlib.new('Sha-256',b'x').name
hashlib.new('sha512_256',b'x').name
hashlib.new('sha512-256',b'x').name
hashlib.new('SHA3-256',b'x').name
hashlib.new('ripemd160',b'x').hexdigest()
hashlib.new('md4',b'x')
hashlib.new(1)
hashlib.new('blake2b',b'x',digest_size=10).hexdigest()
hashlib.new('blake2s').name
hashlib.sha256('a')
hashlib.sha256(1)
hashlib.sha256(b'a',b'b')
hashlib.sha256(string=b'a').hexdigest()
hashlib.sha256(data=b'a')
hashlib.sha256(b'a',usedforsecurity=False).hexdigest()
hashlib.md5(b'a',usedforsecurity=False).hexdigest()
hashlib.blake2b('a')
hashlib.blake2b(1)
h.name,h.digest_size,h.block_size
[(getattr(hashlib,n)().name,getattr(hashlib,n)().digest_size,getattr(hashlib,n)().block_size) for n in sorted(hashlib.algorithms_guaranteed)]
h.digest()
h.hexdigest()
h.update(b'd')
h.hexdigest()
h.copy().hexdigest()
h.copy()==h
h.update('x')
h.update(1)
h.update()
h.update(bytearray(b'q'))
h.update(memoryview(b'q'))
h.hexdigest()
h.foo
h.name
h.__class__.__mro__
hashlib.shake_128(b'a').hexdigest(10)
hashlib.shake_128(b'a').digest(5)
hashlib.shake_128(b'a').digest()
hashlib.shake_128(b'a').hexdigest(length=4)
hashlib.shake_128(b'a').digest(-1)
hashlib.shake_256(b'a').hexdigest(0)
hashlib.shake_128().digest_size
b.hexdigest()
b.digest()
b.name,b.digest_size,b.block_size
b.update(b'x')
b.copy().hexdigest()
b.MAX_DIGEST_SIZE,b.MAX_KEY_SIZE,b.SALT_SIZE,b.PERSON_SIZE
hashlib.blake2b.MAX_DIGEST_SIZE
hashlib.blake2s.SALT_SIZE
hashlib.blake2b(digest_size=65)
hashlib.blake2b(digest_size=0)
hashlib.blake2b(key=b'k'*65)
hashlib.blake2b(salt=b'k'*17)
hashlib.blake2b(person=b'k'*17)
hashlib.blake2s(digest_size=33)
hashlib.blake2s(key=b'k'*33)
hashlib.blake2s(salt=b'k'*9)
hashlib.blake2s(person=b'k'*9)
hashlib.blake2b(fanout=256)
hashlib.blake2b(depth=0)
hashlib.blake2b(leaf_size=-1)
hashlib.blake2b(node_offset=-1)
hashlib.blake2b(node_depth=256)
hashlib.blake2b(inner_size=65)
hashlib.blake2b(b'x',fanout=2,depth=2,leaf_size=100,node_offset=1,node_depth=1,inner_size=32,last_node=True).hexdigest()
hashlib.blake2s(b'x',fanout=2,depth=2,leaf_size=100,node_offset=1,node_depth=1,inner_size=32,last_node=True).hexdigest()
hashlib.blake2s(b'x',digest_size=5,key=b'kk').hexdigest()
hashlib.blake2s(b'x').hexdigest()
hashlib.blake2b(data=b'x')
hashlib.blake2b(foo=1)
hashlib.blake2b(b'x').hexdigest()
hashlib.pbkdf2_hmac('sha256',b'pw',b'salt',1000).hex()
hashlib.pbkdf2_hmac('sha1',b'pw',b'salt',10,5).hex()
hashlib.pbkdf2_hmac('sha256','pw',b'salt',1000)
hashlib.pbkdf2_hmac('sha256',b'pw',b'salt',0)
hashlib.pbkdf2_hmac('sha256',b'pw',b'salt',1,0)
hashlib.pbkdf2_hmac('sha256',b'pw',b'salt',1,dklen=-1)
hashlib.pbkdf2_hmac(hash_name='sha512',password=b'pw',salt=b'salt',iterations=2,dklen=20).hex()
hashlib.pbkdf2_hmac(1,b'pw',b'salt',0)
hashlib.scrypt(b'pw',salt=b's',n=16,r=8,p=1).hex()
hashlib.scrypt(b'pw',salt=b's',n=15,r=8,p=1).hex()
hashlib.scrypt(b'pw')
hashlib.file_digest
hashlib.file_digest(__import__('io').BytesIO(b'abc'),'sha256').hexdigest()
hashlib.file_digest(__import__('io').BytesIO(b'abc'),hashlib.md5).hexdigest()
hashlib.file_digest(5,hashlib.md5)
hashlib.nope
hashlib.__all__
m.hexdigest()
m.digest()
m.name,m.digest_size,m.block_size
m
m.update(b'x')
m.copy().hexdigest()
hmac.new(b'key')
hmac.new(b'key',b'm',None)
hmac.new('key',b'm','md5')
hmac.new(b'key','m','md5')
hmac.new(b'key',b'm',hashlib.sha1).hexdigest()
hmac.new(b'key'*100,b'm',hashlib.sha1).hexdigest()
hmac.new(b'key',b'm',digestmod='sha3_256').hexdigest()
hmac.new(b'key',b'm',hashlib.blake2s).name
hmac.digest(b'k',b'm','sha256').hex()
hmac.digest(b'k',b'm',hashlib.sha256).hex()
hmac.compare_digest(b'a',b'a')
hmac.compare_digest('a','b')
hmac.compare_digest('a',b'b')
hmac.compare_digest('é','é')
hmac.compare_digest(1,2)
hmac.new(b'key',b'm',1)
m.update('a')
hmac.HMAC
hashlib.sha256(b'\\x00'*100000).hexdigest()
hashlib.sha3_224(b'a').hexdigest(),hashlib.sha3_384(b'a').hexdigest(),hashlib.sha3_512(b'a').hexdigest(),hashlib.sha224(b'a').hexdigest(),hashlib.sha384(b'a').hexdigest(),hashlib.sha512(b'a').hexdigest()
_hashlib.HASH()
type(h).__module__
_hashlib.openssl_sha256
_hashlib.get_fips_mode()
'''.strip().splitlines():
    show(line)
for hasher in (hashlib.sha256(), hashlib.shake_128()):
    print(repr(hasher).split(' @ 0x')[0])
