"""Orders the nodes of a directed graph so that each comes after those that it depends on."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph has a cycle: the second argument lists its nodes, the first one again at the end."""


class _Node:
    __slots__ = 'node', 'waits_for', 'followers', 'state'

    def __init__(self, node):
        self.node = node
        self.waits_for = 0
        self.followers = []
        self.state = 'waiting'  # then 'given', then 'done'


class TopologicalSorter:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._given = self._done = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, node):
        if node not in self._nodes:
            self._nodes[node] = _Node(node)
        return self._nodes[node]

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        item = self._node(node)
        item.waits_for += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).followers.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [item.node for item in self._nodes.values() if item.waits_for == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        for node in result:
            self._nodes[node].state = 'given'
        self._ready.clear()
        self._given += len(result)
        return result

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._done < self._given or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            item = self._nodes.get(node)
            if item is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if item.state == 'waiting':
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if item.state == 'done':
                raise ValueError(f"node {node!r} was already marked done")
            item.state = 'done'
            for follower in item.followers:
                waiting = self._nodes[follower]
                waiting.waits_for -= 1
                if waiting.waits_for == 0:
                    self._ready.append(follower)
            self._done += 1

    def _find_cycle(self):
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            path, positions, steps = [], {}, []
            node = start
            while True:
                if node in seen:
                    if node in positions:
                        return path[positions[node]:] + [node]
                else:
                    seen.add(node)
                    positions[node] = len(path)
                    path.append(node)
                    steps.append(iter(self._nodes[node].followers))
                node = self._next_node(path, positions, steps)
                if node is None:
                    break
        return None

    @staticmethod
    def _next_node(path, positions, steps):
        while path:
            for node in steps[-1]:
                return node
            del positions[path.pop()]
            steps.pop()
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
