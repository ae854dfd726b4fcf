# two threads cannot run one generator at once; natives that want all items are no exception
import threading
import time


def slow(n):
    for i in range(n):
        time.sleep(0.03)
        yield i


def take(name, items, wait):
    time.sleep(wait)
    try:
        print(name, sum(items))
    except ValueError as error:
        print(name, error)


items = slow(10)
threads = [threading.Thread(target=take, args=(f'thread {i}', items, i * 0.025)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(list(items))


class Pause:
    def __radd__(self, other):
        time.sleep(0.02)
        return other + 1


def pauses(n):
    for _ in range(n):
        yield Pause()


def add_up():
    results.append(sum(items))


items = pauses(6)
results = []
threads = [threading.Thread(target=add_up) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(results))
