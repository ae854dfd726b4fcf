"""Hash functions by name: OpenSSL's, and BLAKE2 with all its parameters."""
import _hashlib
from _blake2 import blake2b, blake2s
from _hashlib import pbkdf2_hmac, scrypt  # noqa: F401
from _hashlib import openssl_md5 as md5, openssl_sha1 as sha1
from _hashlib import openssl_sha224 as sha224, openssl_sha256 as sha256, openssl_sha384 as sha384, openssl_sha512 as sha512
from _hashlib import openssl_sha3_224 as sha3_224, openssl_sha3_256 as sha3_256
from _hashlib import openssl_sha3_384 as sha3_384, openssl_sha3_512 as sha3_512
from _hashlib import openssl_shake_128 as shake_128, openssl_shake_256 as shake_256

_ALWAYS = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s',
           'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256')
algorithms_guaranteed = set(_ALWAYS)
algorithms_available = set(_ALWAYS) | _hashlib.openssl_md_meth_names

__all__ = _ALWAYS + ('new', 'algorithms_guaranteed', 'algorithms_available', 'pbkdf2_hmac', 'file_digest')

_BLAKE2 = {'blake2b': blake2b, 'blake2s': blake2s}


def __hash_new(name, data=b'', **kwargs):
    # OpenSSL has BLAKE2 too, but without its parameters.
    if isinstance(name, str) and name in _BLAKE2:
        return _BLAKE2[name](data, **kwargs)
    return _hashlib.new(name, data, **kwargs)


new = __hash_new
__get_hash = __hash_new


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """The hash object of a file's content. digest: a name, or what makes a hash object."""
    hasher = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        hasher.update(fileobj.getbuffer())
        return hasher
    readable = hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()
    if not readable:
        if hasattr(fileobj, "getvalue"):
            hasher.update(fileobj.getvalue())
            return hasher
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(_bufsize)
    view = memoryview(buffer)
    while size := fileobj.readinto(buffer):
        hasher.update(view[:size])
    return hasher
