import multiprocessing
import pickle
import time


def fails_at_three(x):
    if x == 3:
        raise ValueError('no 3')
    return x


def makes_lambda(x):
    return lambda: x


def numbers():
    yield 1
    raise OSError('of the iterable')


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0], type(error.__cause__).__name__)


if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        attempt(pool.map, fails_at_three, range(5))
        attempt(pool.map, makes_lambda, range(5))
        attempt(pool.map, lambda x: x, range(5))
        attempt(pool.apply_async(time.sleep, (0.3,)).successful)
        attempt(pool.apply_async(time.sleep, (0.3,)).get, timeout=0.01)
        attempt(pool.imap(time.sleep, [0.3]).next, timeout=0.01)
        attempt(pool.imap, abs, [1], chunksize=0)
        attempt(pool.join)
        attempt(pickle.dumps, pool)
        attempt(lambda: list(pool.imap(abs, numbers())))
        attempt(pool.map, abs, numbers())
        errors = []
        pool.map_async(fails_at_three, [3], error_callback=errors.append).wait()
        print(errors)
        iterator = pool.imap(fails_at_three, range(2, 5))
        for _ in range(3):
            attempt(next, iterator)
    attempt(pool.map, abs, [1])
    attempt(multiprocessing.Pool, 0)
    attempt(multiprocessing.Pool, 2, 5)
    attempt(multiprocessing.Pool, 2, maxtasksperchild=0)
    multiprocessing.Pool(2).map(fails_at_three, [1, 2, 3])
