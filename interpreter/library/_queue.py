"""What CPython has of queue in C: SimpleQueue, and the exception of empty queues."""

from _collections import deque
from threading import Condition, Lock


class Empty(Exception):
    'Exception raised by Queue.get(block=0)/get_nowait().'


class SimpleQueue:
    """Unbounded, first in, first out, without tasks."""

    def __init__(self):
        self._queue = deque()
        self._available = Condition(Lock())

    def put(self, item, block=True, timeout=None):
        with self._available._lock:
            self._queue.append(item)
            self._available.notify()

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        with self._available._lock:
            if not self._queue and block:
                self._available.wait_for(self._queue.__len__, timeout)
            if not self._queue:
                raise Empty
            return self._queue.popleft()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return len(self._queue) == 0

    def qsize(self):
        return len(self._queue)
