import binascii
import pickle
import zlib


def show(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


show(lambda: zlib.compress())
show(lambda: zlib.decompress(wbits=1))
show(lambda: binascii.b2a_base64())
show(lambda: pickle.loads())
show(lambda: pickle.load())
show(lambda: b'a'.translate())
show(lambda: zlib.decompressobj().decompress(max_length=3))
