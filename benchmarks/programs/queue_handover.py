# a queue of 100,000 items between two threads
import queue
import threading


def produce(items):
    for number in range(100_000):
        items.put(number)
    items.put(None)


def consume(items):
    total = 0
    while True:
        item = items.get()
        if item is None:
            break
        total += item
    print(total)


items = queue.Queue()
threads = [threading.Thread(target=work, args=(items,)) for work in (consume, produce)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
