# thread: 10,000 threads blocked on an Event, then released
import threading

event = threading.Event()
threads = [threading.Thread(target=event.wait) for _ in range(10_000)]
for thread in threads:
    thread.start()
event.set()
for thread in threads:
    thread.join()
