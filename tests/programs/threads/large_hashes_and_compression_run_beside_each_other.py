# CPython lets the GIL go in hashlib for 2048 octets or more, in zlib always, in crc32 above 5 KiB.
# run: -n 2
# not-python
# output:
# sha256 of 20 MB in two threads: half the time
# sha512.update by 1 MB in two threads: half the time
# blake2b of 20 MB in two threads: half the time
# zlib.compress in two threads: half the time
# pbkdf2_hmac in two threads: half the time
# crc32 of 8 MB in two threads: half the time
# sha256.update by 2047 octets in two threads: no gain
# crc32 of 5 KiB in two threads: no gain
# one hash object shared by two threads: no gain
import hashlib
import threading
import time
import zlib

large = bytes(20_000_000)
megabyte = large[:1_000_000]


def measure(function, threads):
    start = time.perf_counter()
    running = [threading.Thread(target=function) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return time.perf_counter() - start


def show(name, function):
    ratio = measure(function, 2) / (2 * measure(function, 1))
    word = 'half the time' if 0.5 <= ratio <= 0.6 else 'no gain' if 0.95 <= ratio <= 1.1 else f'{ratio:.2f} of the time'
    print(f'{name} in two threads: {word}' if 'shared' not in name else f'{name}: {word}')


def update_large():
    hasher = hashlib.sha512()
    for _ in range(20):
        hasher.update(megabyte)


def update_small(octets=large[:2047]):
    hasher = hashlib.sha256()
    for _ in range(10_000):
        hasher.update(octets)


def small_checksums(octets=large[:5 * 1024]):
    for _ in range(10_000):
        zlib.crc32(octets)


shared = hashlib.sha256()


def update_shared():
    for _ in range(20):
        shared.update(megabyte)


show('sha256 of 20 MB', lambda: hashlib.sha256(large).digest())
show('sha512.update by 1 MB', update_large)
show('blake2b of 20 MB', lambda: hashlib.blake2b(large).digest())
show('zlib.compress', lambda: zlib.compress(megabyte))
show('pbkdf2_hmac', lambda: hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 50_000))
show('crc32 of 8 MB', lambda: zlib.crc32(large[:8_000_000]))
show('sha256.update by 2047 octets', update_small)
show('crc32 of 5 KiB', small_checksums)
show('one hash object shared by two threads', update_shared)
