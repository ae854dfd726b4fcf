# Queues: order, refusals, timeouts, tasks.
import queue
import threading
import time


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except Exception as error:
        print(repr(error))


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    for item in (3, 1, 2, 5, 4):
        q.put(item)
    print(kind.__name__, q.qsize(), q.empty(), [q.get() for _ in range(5)], q.empty())
    attempt(q.get_nowait)
    attempt(q.get, False)
    attempt(q.get, True, 0.001)
    attempt(q.get, timeout=0)
    attempt(q.get, timeout=-1)

q = queue.Queue(2)
q.put(1)
q.put_nowait(2)
print(q.full(), q.empty(), q.maxsize, q.queue, q.unfinished_tasks)
attempt(q.put_nowait, 3)
attempt(q.put, 3, timeout=0.001)
attempt(q.put, 3, timeout=-1)
attempt(q.put, 3, False)
q.task_done()
q.task_done()
attempt(q.task_done)
q.join()

q = queue.Queue(maxsize=1)
log = []


def produce():
    for n in range(5):
        q.put(n)
    q.put(None, timeout=5)


def consume():
    while True:
        item = q.get(timeout=5)
        log.append(item)
        q.task_done()
        if item is None:
            return


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for t in threads:
    t.start()
for t in threads:
    t.join()
q.join()
print(log, q.unfinished_tasks)

s = queue.SimpleQueue()
t = threading.Thread(target=lambda: (time.sleep(0.01), s.put('late')))
t.start()
print(s.get(timeout=5))
t.join()
p = queue.PriorityQueue()
for item in [(2, 'b'), (1, 'z'), (2, 'a')]:
    p.put(item)
print([p.get() for _ in range(3)])
print(queue.Empty.__mro__[1], queue.Full.__mro__[1], sorted(queue.__all__))


class SetQueue(queue.Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        return self.queue.pop()


u = SetQueue()
for n in (1, 1, 1):
    u.put(n)
print(u.qsize(), u.get())
