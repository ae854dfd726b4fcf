"""Pieces of memory that this process and its children share."""

import os
import threading

from .context import assert_spawning
from .shared_memory import SharedMemory

__all__ = ['BufferWrapper']

_ALIGNMENT = 8
_SMALLEST_BLOCK = 4096


class Arena:
    """A block of shared memory from which pieces are cut. Spawned children get it by its name."""

    def __init__(self, size):
        from .util import Finalize
        self.size = size
        self.used = 0
        self.block = SharedMemory(create=True, size=size)
        Finalize(self, self.block.unlink, exitpriority=0)

    def __getstate__(self):
        assert_spawning(self)
        return self.size, self.block.name

    def __setstate__(self, state):
        self.size, name = state
        self.block = SharedMemory(name)
        self.used = self.size


class Heap:
    """Gives out pieces; what is given back is given out again to who wants as much."""

    def __init__(self):
        self._lock = threading.Lock()
        self._pid = os.getpid()
        self._arena = None
        self._free = {}  # size: pieces

    def allocate(self, size):
        if size < 0:
            raise ValueError("Size {0:n} out of range".format(size))
        size = max(-(-size // _ALIGNMENT), 1) * _ALIGNMENT
        if os.getpid() != self._pid:
            # The parent goes on to cut from its arena: a child needs one of its own.
            self.__init__()
        with self._lock:
            free = self._free.get(size)
            return free.pop() if free else self._cut(size)

    def _cut(self, size):
        arena = self._arena
        if arena is None or arena.size - arena.used < size:
            arena = self._arena = Arena(max(size, _SMALLEST_BLOCK))
        start = arena.used
        arena.used += size
        return arena, start, size

    def give_back(self, piece):
        if os.getpid() == self._pid:
            self._free.setdefault(piece[2], []).append(piece)


class BufferWrapper:
    _heap = Heap()

    def __init__(self, size):
        from .util import Finalize
        piece = BufferWrapper._heap.allocate(size)
        self._state = piece, size
        Finalize(self, BufferWrapper._heap.give_back, args=(piece,))

    def create_memoryview(self):
        (arena, start, _), size = self._state
        return arena.block.buf[start:start + size]
