import ctypes
from ctypes import (Structure, alignment, c_bool, c_char, c_double, c_float, c_int, c_long, c_longlong, c_ubyte, c_wchar,
                    create_string_buffer, sizeof)


class Point(Structure):
    _fields_ = [('x', c_int), ('y', c_double), ('letter', c_char), ('pair', c_int * 2)]


def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
        print('fine')
    except Exception as error:
        print(type(error).__name__, error)


print(c_int(3), c_int(2**40 + 5).value, c_double(3), c_bool(5), c_char(b'a'), c_char(97), c_long(-1), c_ubyte(300),
      c_longlong is c_long, c_float(.1), c_wchar('é'), c_int(), bool(c_int()))
for kind, value in ((c_int, 'x'), (c_int, 1.5), (c_double, 'x'), (c_char, 'a'), (c_char, b'ab'), (c_wchar, 3), (c_wchar, 'ab')):
    attempt(kind, value)
attempt(c_int * 2, 1, 2, 3)
attempt(lambda: (c_int * 2)()[5])
attempt(lambda: c_int * -1)
attempt(c_int * 2, 1, 'a')
attempt(sizeof, 3)
attempt(c_char * 3, b'abcd')
numbers = (c_int * 5)(1, 2, 3)
print(list(numbers), numbers[1:3], len(numbers), numbers[::-1], type(numbers).__name__, sizeof(numbers), numbers._length_)
numbers[0:2] = [7, 8]
numbers[-1] += 4
print(list(numbers))
letters = (c_char * 5)()
letters.value = b'abc'
print(letters.value, letters.raw, letters[0], letters[:2])
letters.raw = b'abcde'
print(letters.value)
point = Point(1, 2.5, b'q')
print(point.x, point.y, point.letter, list(point.pair), sizeof(Point), alignment(Point))
point.x = 9
point.pair[1] = 4
print(point.x, list(point.pair), Point(y=3).y)
points = (Point * 2)((1, 2), (3, 4))
points[0].x = 5
print(points[1].x, [each.y for each in points], points[0].x)
attempt(Point, 1, 2, 3, 4, 5)
attempt(Point, 1, x=2)
attempt(lambda: point.nothing)
number = c_int(3)
number.value += 4
print(number, c_int.from_buffer_copy(b'\1\0\0\0'))
text = create_string_buffer(b'hello')
print(text.value, len(text), sizeof(text), create_string_buffer(3).raw)
