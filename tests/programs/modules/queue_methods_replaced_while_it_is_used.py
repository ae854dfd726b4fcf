import queue
import threading


def fill(items, count):
    for number in range(count):
        items.put(number)


def take(items, count):
    return [items.get() for _ in range(count)]


class Doubling(queue.Queue):
    def _put(self, item):
        super()._put(item)
        super()._put(item)


items = queue.Queue()
fill(items, 50)
print(sum(take(items, 50)), items.unfinished_tasks)

doubled = Doubling()
fill(doubled, 3)
print(take(doubled, 6))

items._put = lambda item: items.queue.appendleft(item)
fill(items, 3)
print(take(items, 3))
del items._put
fill(items, 3)
print(take(items, 3))

notified = []
original = threading.Condition.notify


def notify(self, n=1):
    notified.append(n)
    original(self, n)


threading.Condition.notify = notify
fill(items, 2)
print(take(items, 2), notified)
threading.Condition.notify = original

original_get = queue.Queue._get
queue.Queue._get = lambda self: ('replaced', original_get(self))
fill(items, 2)
print(take(items, 2))
queue.Queue._get = original_get
fill(items, 2)
print(take(items, 2))

small = queue.Queue(2)
fill(small, 2)
try:
    small.put(3, timeout=0.001)
except queue.Full:
    print('full', small.qsize())
items.unfinished_tasks = True
items.put('a bool is a number')
print(items.unfinished_tasks, items.get())
items.mutex = threading.RLock()
items.not_empty = items.not_full = threading.Condition(items.mutex)
with items.mutex:
    items.put('inside')
    print(items.get())
items.queue = []
items.put('a list has no popleft')
try:
    items.get()
except AttributeError as problem:
    print(problem)
