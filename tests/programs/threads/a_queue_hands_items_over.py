import queue
import threading

q = queue.Queue(maxsize=2)

def produce():
    for i in range(6):
        q.put(i)
    q.put(None)

threading.Thread(target=produce).start()
while (item := q.get()) is not None:
    print("took", item)
try:
    q.get(timeout=0.01)
except queue.Empty:
    print("empty")
