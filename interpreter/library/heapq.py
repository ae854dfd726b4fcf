"""Heaps in lists: item k is not greater than items 2k+1 and 2k+2.

The order of equal items is CPython's: a popped root is replaced by the last item, which sinks to a leaf along the
smaller children and then rises again.
"""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def _rise(heap, start, position):
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        if not item < heap[parent]:
            break
        heap[position] = heap[parent]
        position = parent
    heap[position] = item


def _sink(heap, position):
    end = len(heap)
    start = position
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _rise(heap, start, position)


def _rise_max(heap, start, position):
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        if not heap[parent] < item:
            break
        heap[position] = heap[parent]
        position = parent
    heap[position] = item


def _sink_max(heap, position):
    end = len(heap)
    start = position
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _rise_max(heap, start, position)


def heappush(heap, item):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    try:
        last = heap.pop()
    except IndexError:
        raise IndexError('index out of range') from None
    if not heap:
        return last
    root = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return root


def heapreplace(heap, item):
    try:
        root = heap[0]
    except IndexError:
        raise IndexError('index out of range') from None
    heap[0] = item
    _sink(heap, 0)
    return root


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    for position in range(len(x) // 2 - 1, -1, -1):
        _sink(x, position)


def _heappop_max(heap):
    last = heap.pop()
    if not heap:
        return last
    root = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return root


def _heapreplace_max(heap, item):
    root = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return root


def _heapify_max(x):
    for position in range(len(x) // 2 - 1, -1, -1):
        _sink_max(x, position)


def merge(*iterables, key=None, reverse=False):
    """Merges sorted inputs lazily; equal items come in the order of the inputs."""
    heap = []
    direction = -1 if reverse else 1
    for order, iterable in enumerate(iterables):
        following = iter(iterable).__next__
        try:
            value = following()
        except StopIteration:
            continue
        heap.append([value if key is None else key(value), order * direction, following, value])
    (_heapify_max if reverse else heapify)(heap)
    replace = _heapreplace_max if reverse else heapreplace
    pop = _heappop_max if reverse else heappop
    while heap:
        entry = heap[0]
        yield entry[3]
        try:
            value = entry[2]()
        except StopIteration:
            pop(heap)
            continue
        entry[0] = value if key is None else key(value)
        entry[3] = value
        replace(heap, entry)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


try:
    from _heapq import heapify, heappop, heappush, heappushpop, heapreplace
except ImportError:
    pass
