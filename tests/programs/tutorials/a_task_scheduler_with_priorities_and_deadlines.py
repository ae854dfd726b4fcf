import heapq
import itertools
import sched
import threading
import time


class Task:
    def __init__(self, name, priority):
        self.name, self.priority = name, priority

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f'{self.name}:{self.priority}'


class Scheduler(threading.Thread):
    """Runs what is due, the most important first."""

    def __init__(self):
        super().__init__(name='scheduler')
        self.heap, self.sequence, self.changed, self.closed, self.done = [], itertools.count(), threading.Condition(), False, []

    def add(self, delay, task):
        with self.changed:
            heapq.heappush(self.heap, (time.monotonic() + delay, task, next(self.sequence)))
            self.changed.notify()

    def close(self):
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def run(self):
        while True:
            with self.changed:
                while not self.heap and not self.closed:
                    self.changed.wait()
                if not self.heap:
                    return
                due, task, _ = self.heap[0]
                if (left := due - time.monotonic()) > 0:
                    self.changed.wait(left)
                    continue
                heapq.heappop(self.heap)
            self.done.append(task.name)


scheduler = Scheduler()
scheduler.start()
for delay, name, priority in ((0.15, 'third', 1), (0.05, 'first', 9), (0.1, 'second', 5)):
    scheduler.add(delay, Task(name, priority))
time.sleep(0.02)
scheduler.add(0.0, Task('at once', 1))
scheduler.close()
scheduler.join()
print(scheduler.done)

heap = [Task(name, priority) for name, priority in zip('abcdef', (5, 3, 8, 1, 9, 2))]
heapq.heapify(heap)
print([heapq.heappop(heap) for _ in range(3)], heapq.nsmallest(2, heap), heapq.nlargest(2, heap), list(heapq.merge([1, 4], [2, 3], [0, 9])))

events = sched.scheduler(time.monotonic, time.sleep)
log = []
events.enter(0.03, 1, log.append, ('late',))
events.enter(0.01, 2, log.append, ('low',))
events.enter(0.01, 1, log.append, ('high',))
cancelled = events.enter(0.02, 1, log.append, ('never',))
print([event.priority for event in events.queue])
events.cancel(cancelled)
events.run()
print(log, events.empty())
