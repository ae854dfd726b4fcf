import threading, time
forks = [threading.Lock() for _ in range(3)]
finished = []
def philosopher(i):
    left, right = forks[i], forks[(i + 1) % 3]
    while True:
        left.acquire()
        if right.acquire(timeout=0.002 * (i + 1)):
            break
        left.release()
        time.sleep(0.001 * i)
    finished.append(i)
    right.release()
    left.release()
threads = [threading.Thread(target=philosopher, args=[i]) for i in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(finished))
