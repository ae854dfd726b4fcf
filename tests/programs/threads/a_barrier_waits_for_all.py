# expect: any-order
import threading

barrier = threading.Barrier(3, action=lambda: print("together"))

def arrive():
    barrier.wait()
    print("through")

threads = [threading.Thread(target=arrive) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
