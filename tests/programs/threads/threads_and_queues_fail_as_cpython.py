# exit: 1
# stderr-contains: Exception ignored in thread started by: <function fails at 0x
# stderr-contains: ZeroDivisionError: division by zero
# stderr-contains: _queue.Empty
import _thread
import queue
import threading
import time


def fails():
    1 / 0


_thread.start_new_thread(fails, ())
time.sleep(0.1)
for lock in threading.Lock(), threading.RLock():
    try:
        lock.acquire(timeout=-5)
    except ValueError as error:
        print(error)
print(threading.stack_size(2**20), threading.stack_size(), threading.stack_size(0), threading.stack_size())
for size in -1, 100, "a", 2.5:
    try:
        print(threading.stack_size(size))
    except (ValueError, TypeError) as error:
        print(error)
print(queue.Empty, queue.SimpleQueue)
queue.Queue().get(False)
