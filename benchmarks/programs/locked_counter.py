# acquire: with lock: count += 1 in two threads
import threading

count = 0
lock = threading.Lock()


def work(n):
    global count
    for _ in range(n):
        with lock:
            count += 1


threads = [threading.Thread(target=work, args=(500_000,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert count == 1_000_000
