import threading
import time

class TokenBucket:
    def __init__(self, rate, capacity):
        self.rate, self.capacity, self.tokens = rate, capacity, capacity
        self.updated, self.lock = time.monotonic(), threading.Lock()

    def take(self):
        with self.lock:
            now = time.monotonic()
            self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
            self.updated = now
            if self.tokens >= 1:
                self.tokens -= 1
                return True
            return False

bucket = TokenBucket(rate=20, capacity=2)
print([bucket.take() for _ in range(4)])
time.sleep(0.06)
print(bucket.take(), bucket.take())
granted = []
def client():
    while not bucket.take():
        time.sleep(0.005)
    granted.append(1)
threads = [threading.Thread(target=client) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(len(granted))
