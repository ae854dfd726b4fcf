import multiprocessing
import queue
import time


def producer(items, numbers):
    for number in range(5):
        items.put(number)
        numbers.put(('sent', number))
    items.put(None)


def consumer(items, results):
    total = 0
    while (number := items.get()) is not None:
        total += number
    results.put({'total': total, 'from': 'consumer'})


def attempt(function, *args, **kwargs):
    start = time.monotonic()
    try:
        print(function(*args, **kwargs))
    except (queue.Empty, queue.Full, ValueError) as error:
        print(type(error).__name__, str(error)[:6], round(time.monotonic() - start, 1))


if __name__ == '__main__':
    items, numbers, results = multiprocessing.Queue(), multiprocessing.Queue(), multiprocessing.Queue()
    processes = [multiprocessing.Process(target=producer, args=(items, numbers)),
                 multiprocessing.Process(target=consumer, args=(items, results))]
    for process in processes:
        process.start()
    print(results.get())
    print([numbers.get() for _ in range(5)])
    for process in processes:
        process.join()
    print([process.exitcode for process in processes], items.empty(), results.empty())

    small = multiprocessing.Queue(2)
    small.put('a')
    small.put('b')
    print(small.full(), small.qsize())
    attempt(small.put, 'c', block=False)
    attempt(small.put, 'c', timeout=0.2)
    attempt(small.put_nowait, 'c')
    attempt(small.get, timeout=5)
    attempt(small.get)
    print(small.full(), small.qsize(), small.empty())
    attempt(small.get, timeout=0.2)
    attempt(small.get, False)
    attempt(small.get_nowait)
    small.close()
    attempt(small.put, 1)
    attempt(small.get)
    small.join_thread()

    simple = multiprocessing.SimpleQueue()
    simple.put([1, 2])
    print(simple.empty(), simple.get(), simple.empty())
    simple.close()
