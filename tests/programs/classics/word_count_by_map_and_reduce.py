import collections, functools
from concurrent.futures import ThreadPoolExecutor, as_completed
lines = ["the cat and the dog", "the bird", "a dog and a cat", ""]
def count(line): return collections.Counter(line.split())
with ThreadPoolExecutor(max_workers=3, thread_name_prefix="mapper") as pool:
    counts = list(pool.map(count, lines))
    futures = {pool.submit(len, line): line for line in lines}
    lengths = {futures[f]: f.result() for f in as_completed(futures)}
total = functools.reduce(lambda a, b: a + b, counts)
print(total.most_common(2), sorted(total.items()))
print([lengths[line] for line in lines])
