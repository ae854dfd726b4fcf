import multiprocessing
import threading
import time


def waits(condition, ready, results, number):
    with condition:
        ready.release()
        results.put((number, condition.wait(10)))


def waits_for_event(event, results):
    results.put(event.wait(10))


def meets(barrier, results):
    results.put(barrier.wait() < 3)


def breaks(barrier):
    barrier.abort()


if __name__ == '__main__':
    results = multiprocessing.SimpleQueue()
    condition, ready = multiprocessing.Condition(), multiprocessing.Semaphore(0)
    waiting = [multiprocessing.Process(target=waits, args=(condition, ready, results, n)) for n in range(3)]
    for process in waiting:
        process.start()
    for _ in waiting:
        ready.acquire()
    with condition:
        condition.notify()
    print(results.get()[1])
    with condition:
        condition.notify_all()
    print(results.get()[1], results.get()[1])
    with condition:
        print(condition.wait(0.05), condition.wait_for(lambda: False, 0.05), condition.wait_for(lambda: 'yes'))

    event = multiprocessing.Event()
    print(event.is_set(), event.wait(0.05))
    waiting = [multiprocessing.Process(target=waits_for_event, args=(event, results)) for _ in range(2)]
    for process in waiting:
        process.start()
    event.set()
    print(results.get(), results.get(), event.is_set(), event.wait())
    event.clear()
    print(event.is_set())

    barrier = multiprocessing.Barrier(3)
    meeting = [multiprocessing.Process(target=meets, args=(barrier, results)) for _ in range(2)]
    for process in meeting:
        process.start()
    print(barrier.parties, barrier.wait() < 3, results.get(), results.get(), barrier.broken, barrier.n_waiting)
    breaking = multiprocessing.Process(target=breaks, args=(barrier,))
    breaking.start()
    breaking.join()
    try:
        barrier.wait()
    except threading.BrokenBarrierError as error:
        print('broken', barrier.broken)
    barrier.reset()
    print(barrier.broken)
