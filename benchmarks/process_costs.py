"""What processes cost, in microseconds: run it under gilsim (virtual time) and under a real Python.

    gilsim run -q --python 3.11 benchmarks/process_costs.py
"""
import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def nothing(*_):
    pass


def echo(receive, send):
    while (message := receive()) is not None:
        send(message)


def timed(count, function, *args):
    """Microseconds a call: the best of three rounds."""
    best = float('inf')
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(count):
            function(*args)
        best = min(best, time.perf_counter() - start)
    return best / count * 1e6


def start_and_join(context):
    process = context.Process(target=nothing)
    process.start()
    process.join()


def fork_and_wait():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def make_pool():
    pool = multiprocessing.Pool(2)
    pool.close()
    pool.join()


def round_trips(receive, send, send_there, receive_there):
    process = multiprocessing.Process(target=echo, args=(receive_there, send_there))
    process.start()

    def once():
        send(1)
        receive()

    once()
    result = timed(300, once)
    send(None)
    process.join()
    return result


def queue_round_trip():
    there, back = multiprocessing.Queue(), multiprocessing.Queue()
    return round_trips(back.get, there.put, back.put, there.get)


def pipe_round_trip():
    ours, theirs = multiprocessing.Pipe()
    return round_trips(ours.recv, ours.send, theirs.send, theirs.recv)


def raw_pipe_round_trip():
    (there_r, there_w), (back_r, back_w) = os.pipe(), os.pipe()
    return round_trips(lambda: os.read(back_r, 1), lambda message: os.write(there_w, b'0' if message else b'1'),
                       lambda message: os.write(back_w, message),
                       lambda: (lambda octet: octet if octet == b'0' else None)(os.read(there_r, 1)))


def increment(value):
    with value.get_lock():
        value.value += 1


def lock_and_unlock(lock):
    lock.acquire()
    lock.release()


def show(name, microseconds):
    print(f'{name:34}{microseconds:10.1f}', flush=True)


if __name__ == '__main__':
    show('fork, _exit, waitpid', timed(10, fork_and_wait))
    for method in ('fork', 'spawn', 'forkserver'):
        context = multiprocessing.get_context(method)
        start_and_join(context)
        show('start and join, ' + method, timed(3, start_and_join, context))
    show('os.pipe round trip', raw_pipe_round_trip())
    show('Pipe round trip', pipe_round_trip())
    show('Queue round trip', queue_round_trip())
    show('Lock', timed(2000, lock_and_unlock, multiprocessing.Lock()))
    value = multiprocessing.Value('i', 0)
    show('Value, with its lock', timed(2000, increment, value))
    show('Value += 1', timed(2000, lambda: setattr(value, 'value', value.value + 1)))
    show('Pool(2), close, join', timed(3, make_pool))
    with multiprocessing.Pool(2) as pool:
        pool.map(nothing, range(10))
        show('Pool.apply', timed(200, pool.apply, nothing, (1,)))
        show('Pool.map, an item, chunks of 1', timed(1, pool.map, nothing, range(1000), 1) / 1000)
        show('Pool.map, an item', timed(1, pool.map, nothing, range(10000)) / 10000)
    with ProcessPoolExecutor(2) as executor:
        executor.submit(nothing).result()
        show('ProcessPoolExecutor.submit, result', timed(200, lambda: executor.submit(nothing).result()))
    with ThreadPoolExecutor(2) as executor:
        executor.submit(nothing).result()
        show('ThreadPoolExecutor.submit, result', timed(200, lambda: executor.submit(nothing).result()))
    with multiprocessing.Manager() as manager:
        shared = manager.dict()
        show('a call of a manager', timed(100, shared.get, 1))
