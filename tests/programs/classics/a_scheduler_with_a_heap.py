import heapq
import itertools
import threading
import time

class Scheduler(threading.Thread):
    def __init__(self):
        super().__init__()
        self.heap, self.number, self.changed, self.closing = [], itertools.count(), threading.Condition(), False

    def after(self, delay, action, *args):
        with self.changed:
            heapq.heappush(self.heap, (time.monotonic() + delay, next(self.number), action, args))
            self.changed.notify()

    def close(self):
        with self.changed:
            self.closing = True
            self.changed.notify()

    def run(self):
        while True:
            with self.changed:
                while not self.heap and not self.closing:
                    self.changed.wait()
                if not self.heap:
                    return
                wait = self.heap[0][0] - time.monotonic()
                if wait > 0:
                    self.changed.wait(wait)
                    continue
                _, _, action, args = heapq.heappop(self.heap)
            action(*args)

scheduler = Scheduler()
scheduler.start()
scheduler.after(0.06, print, "third")
scheduler.after(0.02, print, "first")
scheduler.after(0.04, print, "second")
scheduler.close()
scheduler.join()
