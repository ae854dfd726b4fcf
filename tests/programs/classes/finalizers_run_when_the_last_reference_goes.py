import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


a = Node('a')
a = Node('b')
del a
row = [Node(1), Node(2)]
row.clear()


def scope():
    local = Node('local')
    print('in scope')


scope()
one, other = Node('one'), Node('other')
one.peer, other.peer = other, one
del one, other
print('a cycle waits for the collector')
print(gc.collect() > 0)

saved = []


class Phoenix:
    def __del__(self):
        saved.append(self)


Phoenix()
print(len(saved))
saved.clear()
print(len(saved))
chain = None
for _ in range(100_000):
    chain = [chain]
del chain
print('end')
