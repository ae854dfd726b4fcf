import heapq
h = [5, 3, 8, 1]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h[0], heapq.heappop(h), heapq.heappushpop(h, 2), heapq.heapreplace(h, 9),
      [heapq.heappop(h) for _ in range(len(h))])
print(heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, "hello", key=ord), list(heapq.merge([1, 4], [2, 3], [0])),
      list(heapq.merge("ca", "b", reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
tasks = []
for count, (priority, name) in enumerate([(2, "write"), (1, "plan"), (2, "test"), (0, "wake")]):
    heapq.heappush(tasks, (priority, count, name))
print([heapq.heappop(tasks)[2] for _ in range(4)])
def dijkstra(graph, start):
    best, queue = {}, [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if node not in best:
            best[node] = d
            for other, weight in graph[node].items():
                heapq.heappush(queue, (d + weight, other))
    return best
print(dijkstra({"a": {"b": 1, "c": 4}, "b": {"c": 2, "d": 6}, "c": {"d": 3}, "d": {}}, "a"))
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
