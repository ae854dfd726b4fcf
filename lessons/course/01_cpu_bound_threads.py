"""Two threads that compute. On two cores they take as long as one after the other: only the holder of the GIL runs."""
import threading
import time


def count_down(n):
    while n > 0:
        n -= 1


start = time.perf_counter()
count_down(2_000_000)
count_down(2_000_000)
print(f"one after the other: {time.perf_counter() - start:.2f} s")

threads = [threading.Thread(target=count_down, args=(2_000_000,), name=f"counter {i}") for i in (1, 2)]
start = time.perf_counter()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"in two threads:      {time.perf_counter() - start:.2f} s")
