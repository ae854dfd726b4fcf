import queue
import threading
import time

STOP = object()
jobs = queue.Queue(maxsize=3)
results = []
results_lock = threading.Lock()

def producer(name, count):
    for i in range(count):
        time.sleep(0.0005)
        jobs.put(f"{name}{i}")

def consumer():
    while True:
        job = jobs.get()
        try:
            if job is STOP:
                return
            with results_lock:
                results.append(job.upper())
        finally:
            jobs.task_done()

consumers = [threading.Thread(target=consumer, daemon=True) for _ in range(3)]
producers = [threading.Thread(target=producer, args=(name, 4)) for name in "ab"]
for thread in consumers + producers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    jobs.put(STOP)
jobs.join()
for thread in consumers:
    thread.join()
print(sorted(results), jobs.empty())
