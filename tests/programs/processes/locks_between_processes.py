import multiprocessing
import time


def add(counter, lock, times):
    for _ in range(times):
        with lock:
            counter.value += 1


def try_to_take(lock, results):
    results.put((lock.acquire(False), lock.acquire(timeout=0.05)))


def attempt(function, *args):
    try:
        print(function(*args))
    except (ValueError, AssertionError, OSError) as error:
        print(type(error).__name__, error)


if __name__ == '__main__':
    counter, lock = multiprocessing.Value('i', 0, lock=False), multiprocessing.Lock()
    processes = [multiprocessing.Process(target=add, args=(counter, lock, 200)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(counter.value)

    results = multiprocessing.SimpleQueue()
    with lock:
        process = multiprocessing.Process(target=try_to_take, args=(lock, results))
        process.start()
        process.join()
    print(results.get(), lock.acquire(), lock.acquire(False), lock.acquire(True, 0.05))
    lock.release()
    attempt(lock.release)
    rlock = multiprocessing.RLock()
    print(rlock.acquire(), rlock.acquire())
    rlock.release()
    rlock.release()
    attempt(rlock.release)
    semaphore = multiprocessing.Semaphore(2)
    print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore.get_value())
    for _ in range(4):
        semaphore.release()
    print(semaphore.get_value())
    bounded = multiprocessing.BoundedSemaphore(1)
    attempt(bounded.release)
    attempt(multiprocessing.Semaphore, -1)
    condition = multiprocessing.Condition()
    attempt(condition.wait)
    attempt(condition.notify)
