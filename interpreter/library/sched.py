"""A queue of things to do at given times."""

import heapq
import time
from collections import namedtuple
from itertools import count
from threading import RLock
from time import monotonic as _time

__all__ = ["scheduler"]

Event = namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')
_sentinel = object()


class scheduler:
    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self._queue = []
        self._lock = RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._sequence_generator = count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        with self._lock:
            event = Event(time, priority, next(self._sequence_generator), action, argument,
                          {} if kwargs is _sentinel else kwargs)
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Does what is due, waiting for it; without `blocking` gives the time until the next is due."""
        queue = self._queue
        while True:
            with self._lock:
                if not queue:
                    return None
                when, _, _, action, argument, kwargs = queue[0]
                now = self.timefunc()
                if when <= now:
                    heapq.heappop(queue)
            if when > now:
                if not blocking:
                    return when - now
                self.delayfunc(when - now)
            else:
                action(*argument, **kwargs)
                self.delayfunc(0)  # lets other threads run

    @property
    def queue(self):
        with self._lock:
            return sorted(self._queue)
