# Finalizers print, which lets the GIL go: the daemon thread must not run on meanwhile.
import threading
import time


class Last:
    def __del__(self):
        for i in range(3):
            print('finalizer', i)


def work():
    while True:
        counts[0] += 1


counts = [0]
last = Last()
last.itself = last  # the collection at the end finds it
thread = threading.Thread(target=work, daemon=True)
thread.start()
time.sleep(0.01)
print(counts[0] > 0)
del last
