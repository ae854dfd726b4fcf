import concurrent.futures
import threading
import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, as_completed, wait


def square(n, delay=0.0):
    time.sleep(delay)
    if n < 0:
        raise ValueError(f'negative: {n}')
    return n * n


with ThreadPoolExecutor(max_workers=3, thread_name_prefix='pool') as executor:
    print(list(executor.map(square, range(5))))
    futures = {executor.submit(square, n, 0.05 * (4 - n)): n for n in range(1, 4)}
    print([futures[future] for future in as_completed(futures)])
    failing = executor.submit(square, -1)
    print(repr(failing.exception()), failing.done(), failing.running(), failing.cancelled())
    try:
        failing.result()
    except ValueError as error:
        print('caught', error)
    try:
        for result in executor.map(square, [1, -2, 3]):
            print(result)
    except ValueError as error:
        print('map', error)
    slow = executor.submit(square, 9, 0.3)
    try:
        slow.result(timeout=0.05)
    except concurrent.futures.TimeoutError as error:
        print('timeout', type(error) is TimeoutError)
    done, pending = wait([slow, executor.submit(square, 1)], return_when=FIRST_COMPLETED)
    print(sorted(future.result() for future in done), len(pending))
    done, pending = wait([slow, executor.submit(square, -5, 0.01)], return_when=FIRST_EXCEPTION)
    print(len(done), len(pending))
    called = []
    future = executor.submit(square, 6)
    future.add_done_callback(lambda future: called.append((future.result(), threading.current_thread().name.startswith(('pool', 'Main')))))
    future.add_done_callback(lambda future: 1 / 0 if False else None)
print(called, slow.result())
try:
    executor.submit(square, 1)
except RuntimeError as error:
    print(error)

# Cancelling what has not begun.
gate = threading.Event()
with ThreadPoolExecutor(1) as executor:
    first = executor.submit(gate.wait)
    rest = [executor.submit(square, n) for n in range(3)]
    print([future.cancel() for future in rest[:2]], first.cancel())
    gate.set()
    print(rest[2].result(), [future.cancelled() for future in rest])
    try:
        rest[0].result()
    except concurrent.futures.CancelledError as error:
        print(type(error).__name__)
executor = ThreadPoolExecutor(1)
blocker = threading.Event()
futures = [executor.submit(blocker.wait)] + [executor.submit(square, n) for n in range(3)]
executor.shutdown(wait=False, cancel_futures=True)
blocker.set()
print([future.cancelled() for future in futures[1:]])


def start(names):
    names.append(threading.current_thread().name)


names = []
with ThreadPoolExecutor(2, 'named', initializer=start, initargs=(names,)) as executor:
    barrier = threading.Barrier(2)
    list(executor.map(lambda _: barrier.wait(), range(2)))
print(sorted(names))


def broken():
    raise OSError('no database')


with ThreadPoolExecutor(1, initializer=broken) as executor:
    import logging
    logging.getLogger('concurrent.futures').disabled = True
    try:
        executor.submit(square, 1).result()
    except concurrent.futures.BrokenExecutor as error:
        print(type(error).__name__, error)

own = concurrent.futures.Future()
threading.Timer(0.02, own.set_result, ('by hand',)).start()
print(own.result(), own)
try:
    own.set_result(2)
except concurrent.futures.InvalidStateError as error:
    print('InvalidStateError', str(error).split(':')[0])
