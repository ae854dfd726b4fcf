import threading
from threading import Semaphore, Lock, Thread
import time

forks = [Lock() for _ in range(5)]
waiter = Semaphore(4)
eaten = [0] * 5
at_table, most = 0, 0
counting = Lock()

def philosopher(i):
    global at_table, most
    for _ in range(2):
        with waiter:
            with counting:
                at_table += 1
                most = max(most, at_table)
            with forks[i]:
                time.sleep(0.001)
                with forks[(i + 1) % 5]:
                    eaten[i] += 1
            with counting:
                at_table -= 1

threads = [Thread(target=philosopher, args=(i,)) for i in range(5)]
[t.start() for t in threads]
[t.join() for t in threads]
print(eaten, most <= 4, at_table)
