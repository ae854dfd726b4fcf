import threading
def merge(a, b):
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]: out.append(a[i]); i += 1
        else: out.append(b[j]); j += 1
    return out + a[i:] + b[j:]
def merge_sort(items, depth=2):
    if len(items) < 2: return items
    middle = len(items) // 2
    halves = [items[:middle], items[middle:]]
    if depth == 0: return merge(*[merge_sort(h, 0) for h in halves])
    def work(n): halves[n] = merge_sort(halves[n], depth - 1)
    threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
    return merge(*halves)
data = [(n * 7919) % 101 for n in range(60)]
print(merge_sort(data) == sorted(data))
found, lock = [], threading.Lock()
def primes(start, stop):
    for n in range(max(start, 2), stop):
        if all(n % d for d in range(2, int(n ** 0.5) + 1)):
            with lock: found.append(n)
threads = [threading.Thread(target=primes, args=(n * 25, n * 25 + 25)) for n in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(len(found), sorted(found)[-3:])
