import queue
import threading
import weakref


def attempt(call):
    try:
        print(call())
    except Exception as problem:
        print(type(problem).__name__, problem)


def drained(items):
    while not items.empty():
        items.get()


class Named(queue.SimpleQueue):
    def __init__(self, name):
        self.name = name


q = queue.SimpleQueue()
attempt(lambda: q.get(timeout=-1))
attempt(lambda: q.get('a', 'b', 'c'))
attempt(lambda: q.put())
attempt(lambda: q.put(1, 2, 3, 4))
attempt(lambda: q.get(x=1))
attempt(lambda: q.get(timeout='a'))
attempt(lambda: q.get(False, timeout='never looked at'))
attempt(lambda: q.get(timeout=1e30))
attempt(lambda: q.get(timeout=0))
attempt(lambda: q.get(timeout=0.001))
attempt(lambda: q.get_nowait())
attempt(lambda: q.put(item=1, block=False, timeout='never looked at'))
attempt(lambda: queue.SimpleQueue(1))
attempt(lambda: queue.SimpleQueue(a=1))
print(q.qsize(), q.get(), queue.SimpleQueue[int], queue.SimpleQueue.__module__, queue.Empty.__module__)

named = Named('tasks')
named.put(named)  # a cycle for the collector
print(named.name, named.get() is named, weakref.ref(named)() is named)
named.put(named)
del named


class Late:
    """Its finaliser puts into the queue that is being read."""

    def __del__(self):
        q.put('from a finaliser')


q.put(Late())
q.get()
print(q.get())

got = []
readers = [threading.Thread(target=lambda: got.append(q.get())) for _ in range(3)]
for reader in readers:
    reader.start()
for number in range(3):
    q.put(number)
for reader in readers:
    reader.join()
print(sorted(got), q.empty())
