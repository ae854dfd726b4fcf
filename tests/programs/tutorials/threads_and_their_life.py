import queue
import sys
import threading
import time


class Stoppable(threading.Thread):
    def __init__(self, **keywords):
        super().__init__(**keywords)
        self._wanted = threading.Event()
        self.turns = 0

    def run(self):
        while not self._wanted.wait(0.01):
            self.turns += 1

    def stop(self):
        self._wanted.set()
        self.join()
        return self


thread = Stoppable(name='ticker', daemon=True)
print(thread.name, thread.daemon, thread.is_alive(), thread.ident, thread.native_id)
thread.start()
print(thread.is_alive(), thread.ident == thread.ident, thread in threading.enumerate(), threading.active_count())
time.sleep(0.06)
print(thread.stop().is_alive(), 2 <= thread.turns <= 6, threading.active_count())
for wrong in (thread.start, threading.current_thread().join, threading.Thread(target=print).join, lambda: setattr(threading.main_thread(), 'daemon', True)):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name, repr(threading.Thread(name='x', target=print))[:14])
local = threading.local()
local.x = 'main'
seen = queue.Queue()


def look():
    seen.put(hasattr(local, 'x'))
    local.x = 'other'
    seen.put(local.x)


thread = threading.Thread(target=look)
thread.start()
thread.join()
print(seen.get(), seen.get(), local.x)
timer = threading.Timer(5, print, ('never',))
timer.start()
timer.cancel()
timer.join()
print(timer.finished.is_set(), timer.is_alive())

# Producers, consumers and poison.
box, results, stop = queue.Queue(maxsize=2), queue.SimpleQueue(), object()


def produce(numbers):
    for number in numbers:
        box.put(number)


def consume():
    while (item := box.get()) is not stop:
        results.put(item * item)
        box.task_done()
    box.task_done()


producers = [threading.Thread(target=produce, args=(range(i, 12, 3),)) for i in range(3)]
consumers = [threading.Thread(target=consume) for _ in range(2)]
for thread in producers + consumers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    box.put(stop)
box.join()
for thread in consumers:
    thread.join()
print(sorted(results.get() for _ in range(results.qsize())), box.empty(), box.full(), box.unfinished_tasks)
for call in (lambda: box.get_nowait(), lambda: box.get(timeout=0.01), lambda: [box.put_nowait(i) for i in range(3)], lambda: [box.task_done() for _ in range(9)]):
    try:
        call()
    except (queue.Empty, queue.Full, ValueError) as error:
        print(type(error).__name__, error)
priority = queue.PriorityQueue()
for item in ((3, 'low'), (1, 'high'), (2, 'middle')):
    priority.put(item)
stack = queue.LifoQueue()
for item in 'abc':
    stack.put(item)
print([priority.get()[1] for _ in range(3)], [stack.get() for _ in range(3)])

# Locks of all kinds.
lock, recursive = threading.Lock(), threading.RLock()
print(lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.locked(), lock.release(), lock.locked())
with recursive, recursive:
    print(recursive._is_owned())
for wrong in (lock.release, recursive.release, lambda: threading.Condition().notify(), lambda: threading.Condition().wait(), lambda: threading.BoundedSemaphore(1).release(),
              lambda: threading.Semaphore(-1), lambda: lock.acquire(False, 1)):
    try:
        wrong()
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)
barrier = threading.Barrier(2, action=lambda: print('met'), timeout=1)
other = threading.Thread(target=barrier.wait)
other.start()
print(barrier.wait() in (0, 1), barrier.parties, barrier.n_waiting, barrier.broken)
other.join()
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as error:
    print(type(error).__name__, barrier.broken)
print(sys.getswitchinterval() > 0, threading.stack_size(), threading.get_ident() == threading.main_thread().ident, threading.gettrace(), threading.TIMEOUT_MAX > 1e6)


def late():
    time.sleep(0.05)
    print('the last words of a thread that nobody joins')


threading.Thread(target=late).start()
threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
print('the main thread ends')
