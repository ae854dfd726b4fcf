# heapq, bisect, operator.
import bisect
import heapq
import operator
import random


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except Exception as error:
        print(repr(error))


random.seed(3)
data = [(random.randint(0, 9), n) for n in range(40)]
heap = []
for item in data:
    heapq.heappush(heap, item)
print(heap)
print([heapq.heappop(heap) for _ in range(10)], heap)


class Key:
    def __init__(self, k, n):
        self.k, self.n = k, n

    def __lt__(self, other):
        return self.k < other.k


heap = [Key(*pair) for pair in data]
heapq.heapify(heap)
print([x.n for x in heap])
print([heapq.heappop(heap).n for _ in range(40)])
h = [1, 4, 9]
print(heapq.heappushpop(h, 5), heapq.heapreplace(h, 2), h, heapq.heappushpop([], 1))
attempt(heapq.heappop, [])
attempt(heapq.heapreplace, [], 1)
print(list(heapq.merge([1, 4, 7], [2, 5], [], [0, 9])), list(heapq.merge([7, 4], [5, 2], reverse=True)),
      list(heapq.merge(['a', 'ccc'], ['bb'], key=len)))
print(heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(2, ['a', 'bbb', 'cc'], key=len),
      heapq.nsmallest(0, data), heapq.nlargest(1, [3, 1]), heapq.nsmallest(1, [3, 1]))

a = [1, 2, 2, 2, 5, 8]
print([(bisect.bisect(a, x), bisect.bisect_left(a, x), bisect.bisect_right(a, x)) for x in range(10)])
bisect.insort(a, 3)
bisect.insort_left(a, 2)
print(a, bisect.bisect([(1, 'b'), (3, 'a')], 2, key=lambda p: p[0]), bisect.bisect_left(a, 2, 3, 4))
attempt(bisect.bisect, a, 1, -1)

print(operator.add(1, 2), operator.itemgetter(1)('abc'), operator.itemgetter(1, 2)('abc'), operator.attrgetter('real', 'imag')(3),
      operator.methodcaller('upper')('x'), operator.attrgetter('__class__.__name__')(1))
print(operator.itemgetter(1), operator.attrgetter('a.b', 'c'), operator.methodcaller('x', 1, k=2))
print(operator.countOf([1, 2, 1], 1), operator.indexOf('abc', 'c'), operator.concat('a', 'b'), operator.contains([1], 1),
      operator.truth([]), operator.not_(0), operator.index(True), operator.length_hint(iter([1, 2])), operator.call(len, 'ab'))
x = [1]
operator.iadd(x, [2])
operator.setitem(x, 0, 9)
print(x, operator.ipow(2, 3), operator.ixor(6, 3), operator.matmul.__name__, operator.__add__(1, 1))
attempt(operator.indexOf, [1], 2)
attempt(operator.concat, 1, 2)
attempt(operator.attrgetter, 1)
attempt(operator.itemgetter)
print(sorted(operator.__all__), sorted({'b': 2, 'a': 1}.items(), key=operator.itemgetter(1)))
