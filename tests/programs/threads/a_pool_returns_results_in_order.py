from concurrent.futures import ThreadPoolExecutor, as_completed
import time

def square(n):
    time.sleep((4 - n) / 50)
    return n * n

with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(square, range(4))))
    futures = [pool.submit(square, n) for n in range(4)]
    print([f.result() for f in as_completed(futures)])
    bad = pool.submit(lambda: 1 / 0)
    print(repr(bad.exception()))
