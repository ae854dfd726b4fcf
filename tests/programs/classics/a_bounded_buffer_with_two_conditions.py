import threading
from collections import deque

class BoundedBuffer:
    def __init__(self, capacity):
        self.items, self.capacity = deque(), capacity
        self.lock = threading.Lock()
        self.not_full = threading.Condition(self.lock)
        self.not_empty = threading.Condition(self.lock)
        self.largest = 0

    def put(self, item):
        with self.not_full:
            while len(self.items) == self.capacity:
                self.not_full.wait()
            self.items.append(item)
            self.largest = max(self.largest, len(self.items))
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            self.not_empty.wait_for(lambda: self.items)
            item = self.items.popleft()
            self.not_full.notify()
            return item

buffer = BoundedBuffer(2)
got = []
def take(n):
    for _ in range(n):
        got.append(buffer.get())
threads = [threading.Thread(target=lambda: [buffer.put(i) for i in range(20)]),
           threading.Thread(target=take, args=(20,))]
for t in threads: t.start()
for t in threads: t.join()
print(got == list(range(20)), buffer.largest <= 2, len(buffer.items))
