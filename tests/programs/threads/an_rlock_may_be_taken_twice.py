import threading

lock = threading.RLock()
with lock:
    with lock:
        print("inside")
try:
    lock.release()
except RuntimeError as error:
    print(error)
try:
    threading.Lock().release()
except RuntimeError as error:
    print(error)
