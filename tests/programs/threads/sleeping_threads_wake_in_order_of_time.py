import threading
import time

def wake(after, name):
    time.sleep(after)
    print(name)

threads = [threading.Thread(target=wake, args=(n / 10, f"after {n}")) for n in (3, 1, 2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("all awake")
