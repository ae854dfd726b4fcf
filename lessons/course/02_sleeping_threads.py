"""Ten threads that wait. A sleeping thread does not hold the GIL, so they all sleep at the same time."""
import threading
import time


def fetch(page):
    time.sleep(1)  # as if an answer came over the network
    print(f"page {page} has come")


start = time.perf_counter()
threads = [threading.Thread(target=fetch, args=(page,), name=f"fetcher {page}") for page in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"ten pages in {time.perf_counter() - start:.1f} s")
