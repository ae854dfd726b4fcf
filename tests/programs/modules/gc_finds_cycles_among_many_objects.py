# A full collection of a large program: what its threads' frames, generators and modules hold stays, cycles go.
import gc
import threading
import weakref

gc.disable()


class Node:
    def __init__(self, name, other=None):
        self.name = name
        self.other = other

    def __del__(self):
        died.append(self.name)


died = []
held_by_module = [[i] for i in range(30_000)]


def holding():
    local = [{i: [i]} for i in range(20_000)]
    while True:
        yield len(local), local[-1]


def in_a_thread(ready, go_on, results):
    mine = [(i, [i]) for i in range(20_000)]
    ready.set()
    go_on.wait()
    results.append((len(mine), mine[-1]))


def make_cycles(count):
    for i in range(count):
        one, other = Node(f'one {i}'), Node(f'other {i}')
        one.other, other.other = other, one
        loop = []
        loop.append(loop)


def count_of(numbers):
    total = 0
    for number in numbers:
        total += len(number)
    return total


generator = holding()
print(next(generator))
ready, go_on, results = threading.Event(), threading.Event(), []
thread = threading.Thread(target=in_a_thread, args=(ready, go_on, results))
thread.start()
ready.wait()
gc.collect()
gc.collect()

for round in range(3):
    make_cycles(4)
    print(gc.collect(), died)
    died.clear()

# Older than what holds it: the young one alone keeps it.
old = [Node(f'held {i}') for i in range(3)]
young = [{'what': node} for node in old]
watched = [weakref.ref(node) for node in old]
del old
print(gc.collect(), [reference().name for reference in watched])
young[1]['self'] = young[1]
del young[1]
print(gc.collect(), died, [reference() is None for reference in watched])

go_on.set()
thread.join()
print(results, next(generator), count_of(held_by_module))


def suspended():
    me = yield
    yield me


ring = suspended()
next(ring)
ring.send([ring])
del ring
print(gc.collect() > 0, gc.collect())
gc.enable()
