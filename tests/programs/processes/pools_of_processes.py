import multiprocessing
import os
import time


def square(x):
    return x * x


def add(a, b=10):
    return a + b


def initialize(value):
    global given
    given = value


def what_was_given(_):
    return given


def who(_):
    time.sleep(0.01)
    return os.getpid()


if __name__ == '__main__':
    with multiprocessing.Pool(3) as pool:
        print(pool.map(square, range(10)), pool.map(square, []), pool.map(square, range(7), chunksize=3))
        print(pool.starmap(add, [(1, 2), (3,)]), pool.apply(add, (1,), {'b': 5}))
        print(list(pool.imap(square, range(5))), list(pool.imap(square, range(5), chunksize=2)), list(pool.imap(square, [])))
        print(sorted(pool.imap_unordered(square, range(5))), sorted(pool.imap_unordered(square, range(9), 4)))
        result = pool.apply_async(add, (2,))
        print(result.get(timeout=10), result.ready(), result.successful())
        calls = []
        result = pool.map_async(square, range(4), callback=calls.append)
        result.wait()
        print(result.get(), calls, pool.starmap_async(add, [(1, 1)]).get())
        print(len({multiprocessing.current_process().pid, *pool.map(who, range(30), 1)}) > 2)
        iterator = pool.imap(square, range(3))
        print(iterator.next(), iterator.next(timeout=10), next(iterator))
    pool.join()
    pool = multiprocessing.Pool(2, initialize, ('word',))
    print(pool.map(what_was_given, range(3)))
    pool.close()
    pool.join()
    with multiprocessing.Pool(1, maxtasksperchild=2) as pool:
        print(len(set(pool.map(who, range(6), chunksize=1))))
    print([process.name.partition('-')[0] for process in multiprocessing.active_children()])
