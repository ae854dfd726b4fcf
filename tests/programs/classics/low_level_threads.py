import _thread
import time
lock, done = _thread.allocate_lock(), []
finished = [_thread.allocate_lock() for _ in range(3)]
def work(n, *, word="x"):
    for _ in range(2):
        with lock: done.append((n, word))
    finished[n].release()
for f in finished: f.acquire()
for n in range(3): _thread.start_new_thread(work, (n,), {"word": "abc"[n]})
for f in finished: f.acquire()
print(sorted(done), lock.locked(), type(_thread.get_ident()).__name__)
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.001), lock.release())
try: lock.release()
except RuntimeError as error: print(error)
