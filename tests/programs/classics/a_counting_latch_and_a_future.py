import threading
class CountDownLatch:
    def __init__(self, count): self.count, self.zero = count, threading.Condition()
    def count_down(self):
        with self.zero:
            self.count -= 1
            if self.count == 0: self.zero.notify_all()
    def wait(self, timeout=None):
        with self.zero:
            return self.zero.wait_for(lambda: self.count <= 0, timeout)
class Future:
    def __init__(self): self.done, self.result, self.error, self.callbacks = threading.Event(), None, None, []
    def run(self, function, *args):
        try: self.result = function(*args)
        except BaseException as error: self.error = error
        self.done.set()
        for callback in self.callbacks: callback(self)
    def get(self):
        self.done.wait()
        if self.error: raise self.error
        return self.result
latch = CountDownLatch(3)
print(latch.wait(0.001))
for _ in range(3): threading.Thread(target=latch.count_down).start()
print(latch.wait(), latch.count)
def start(function, *args):
    future = Future()
    threading.Thread(target=future.run, args=(function, *args)).start()
    return future
good, bad = start(pow, 2, 10), start(int, "x")
print(good.get())
try: bad.get()
except ValueError as error: print(error)
