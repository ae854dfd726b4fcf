import queue
q = queue.Queue(maxsize=2)
q.put(1)
q.put(2)
print(q.full(), q.qsize(), q.get(), q.empty())
for bad in (lambda: queue.Queue(1).get_nowait(), lambda: q.put_nowait(q.put_nowait(9)),
            lambda: queue.Queue().get(timeout=0.001), lambda: q.put(1, timeout=0.001),
            lambda: queue.Queue().task_done(), lambda: queue.Queue().get(timeout=-1)):
    try:
        bad()
    except (queue.Empty, queue.Full, ValueError) as error:
        print(type(error).__name__, error)
lifo, prio, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for x in (3, 1, 2):
    lifo.put(x); prio.put((x, "job")); simple.put(x)
print([lifo.get() for _ in range(3)], [prio.get() for _ in range(3)], [simple.get() for _ in range(3)], simple.empty())
import dataclasses
@dataclasses.dataclass(order=True)
class Job:
    priority: int
    name: str = dataclasses.field(compare=False)
p = queue.PriorityQueue()
p.put(Job(2, "b")); p.put(Job(1, "a"))
print(p.get().name, p.unfinished_tasks, p.maxsize)
