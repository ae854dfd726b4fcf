import threading
PARTIES, PHASES = 3, 4
log, lock = [], threading.Lock()
def turn_of_the_page():
    with lock:
        log.append("|")
barrier = threading.Barrier(PARTIES, action=turn_of_the_page)
def worker(n):
    for phase in range(PHASES):
        with lock:
            log.append(str(phase))
        barrier.wait()
threads = [threading.Thread(target=worker, args=(n,)) for n in range(PARTIES)]
for t in threads: t.start()
for t in threads: t.join()
print("".join(log), barrier.n_waiting, barrier.broken)
