import threading
from collections import OrderedDict
class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.items, self.lock = capacity, OrderedDict(), threading.RLock()
        self.hits = self.misses = 0
    def get(self, key, make):
        with self.lock:
            if key in self.items:
                self.items.move_to_end(key)
                self.hits += 1
                return self.items[key]
            self.misses += 1
            self.put(key, make(key))
            return self.items[key]
    def put(self, key, value):
        with self.lock:
            self.items[key] = value
            self.items.move_to_end(key)
            while len(self.items) > self.capacity:
                self.items.popitem(last=False)
cache = LRUCache(3)
def use(keys):
    for key in keys:
        assert cache.get(key, lambda k: k * 2) == key * 2
threads = [threading.Thread(target=use, args=([n % 4 for n in range(s, s + 20)],)) for s in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(cache.hits + cache.misses, len(cache.items))
cache.put("x", 1)
print(list(cache.items)[-1])
