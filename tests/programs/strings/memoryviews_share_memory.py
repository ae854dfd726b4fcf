data = bytearray(b"abcdef")
m = memoryview(data)
m[0] = 65
m[1:3] = b"BC"
print(data, m[2:4].tobytes(), m.tolist()[:2], len(m), m.format, m.itemsize, m.readonly, m.nbytes, m == b"ABCdef",
      m[::2].tolist(), m.hex())
try:
    data.append(1)
except BufferError as error:
    print(error)
m.release()
data.append(33)
print(data)
import array
v = memoryview(array.array("i", [1, 2, 3]))
print(v[1], v.format, v.cast("B").nbytes, v.shape, v.strides)
for bad in (lambda: memoryview(b"ab").__setitem__(0, 1), lambda: memoryview("x"), lambda: m[0], lambda: v[5],
            lambda: memoryview(bytearray(2)).__setitem__(slice(0, 2), b"x")):
    try:
        bad()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
