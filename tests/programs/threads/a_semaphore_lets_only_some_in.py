import threading
import time

gate = threading.Semaphore(2)
inside = 0
most = 0
lock = threading.Lock()

def visit():
    global inside, most
    with gate:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.02)
        with lock:
            inside -= 1

threads = [threading.Thread(target=visit) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(most, inside)
