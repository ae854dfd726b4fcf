import ctypes
import multiprocessing
from multiprocessing import sharedctypes


class Point(ctypes.Structure):
    _fields_ = [('x', ctypes.c_double), ('y', ctypes.c_double)]


def change(number, numbers, letters, raw, flag, points):
    number.value += 0.5
    for i in range(len(numbers)):
        numbers[i] *= -1
    letters.value = letters.value.upper()
    raw.value = 99
    flag.value = True
    points[0].x = 7


def add(counter, times):
    for _ in range(times):
        with counter.get_lock():
            counter.value += 1


if __name__ == '__main__':
    number, numbers = multiprocessing.Value('d', 2.0), multiprocessing.Array('i', range(5))
    letters, raw = multiprocessing.Array('c', b'hello world'), multiprocessing.RawValue('i')
    flag, points = multiprocessing.Value(ctypes.c_bool, False), multiprocessing.Array(Point, [(1.5, 2), (3, 4)])
    process = multiprocessing.Process(target=change, args=(number, numbers, letters, raw, flag, points))
    process.start()
    process.join()
    print(number.value, numbers[:], list(numbers), letters.value, raw.value, flag.value, points[0].x, points[1].y)
    numbers[1:3] = [10, 20]
    print(numbers[:], len(numbers), numbers[-1], letters[0], letters.raw[:5], number.get_obj(), numbers.get_lock())
    counter = multiprocessing.Value('i', 0)
    processes = [multiprocessing.Process(target=add, args=(counter, 100)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(counter.value)
    point = multiprocessing.Value(Point, 1, y=2)
    point.x += 5
    print(point.x, point.y, sharedctypes.copy(point.get_obj()).x)
    with multiprocessing.Value('L', 2**40) as big:
        pass
    for attempt in (lambda: multiprocessing.Value('zz'), lambda: multiprocessing.Value('i', 'text'),
                    lambda: multiprocessing.Value('i', 1.5), lambda: multiprocessing.Value('i', lock=3),
                    lambda: numbers[9], lambda: multiprocessing.Array('d', ['a'])):
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)
