import concurrent.futures
import multiprocessing
import os
import time
from concurrent.futures.process import BrokenProcessPool


def square(x):
    return x * x


def fails(x):
    raise ValueError(f'no {x}')


def dies():
    os._exit(5)


def makes_lambda():
    return lambda: 1


def initialize(value):
    global given
    given = value


def what_was_given():
    return given


def own_pid():
    return os.getpid()


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0], type(error.__cause__).__name__)


if __name__ == '__main__':
    with concurrent.futures.ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, range(6))), list(executor.map(square, range(6), chunksize=4)),
              list(executor.map(pow, [2, 3], [3, 2])))
        futures = [executor.submit(square, n) for n in range(4)]
        print(sorted(future.result() for future in concurrent.futures.as_completed(futures)),
              len(concurrent.futures.wait(futures).done))
        attempt(executor.submit(fails, 3).result)
        attempt(executor.submit(lambda: 1).result)
        attempt(executor.submit(makes_lambda).result)
        attempt(executor.submit)
        attempt(lambda: list(executor.map(square, [1], chunksize=0)))
        attempt(lambda: list(executor.map(time.sleep, [0.3, 0.3, 0.3], timeout=0.1)))
        print(type(executor.submit(fails, 1).exception()))
    attempt(executor.submit, square, 1)
    with concurrent.futures.ProcessPoolExecutor(2) as executor:
        attempt(executor.submit(dies).result)
        attempt(executor.submit, square, 1)
    with concurrent.futures.ProcessPoolExecutor(2, initializer=initialize, initargs=(7,)) as executor:
        print(executor.submit(what_was_given).result())
    with concurrent.futures.ProcessPoolExecutor(1, max_tasks_per_child=2) as executor:
        print(len({executor.submit(own_pid).result() for _ in range(4)}))
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=multiprocessing.get_context('spawn')) as executor:
        print(list(executor.map(square, range(3))))
    executor = concurrent.futures.ProcessPoolExecutor(1)
    futures = [executor.submit(time.sleep, 0.1) for _ in range(6)]
    executor.shutdown(cancel_futures=True)
    print([future.cancelled() for future in futures][3:], futures[0].done())
    attempt(concurrent.futures.ProcessPoolExecutor, 0)
    attempt(concurrent.futures.ProcessPoolExecutor, 1, initializer=3)
    attempt(concurrent.futures.ProcessPoolExecutor, 1, max_tasks_per_child=0)
    attempt(concurrent.futures.ProcessPoolExecutor, 1, max_tasks_per_child=1,
            mp_context=multiprocessing.get_context('fork'))
    executor = concurrent.futures.ProcessPoolExecutor(1)
    executor.submit(square, 9).add_done_callback(lambda future: print('done', future.result()))
