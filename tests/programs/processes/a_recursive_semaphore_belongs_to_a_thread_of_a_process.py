import os, threading
from _multiprocessing import SemLock, sem_unlink

lock = SemLock(0, 1, 1, "/gilsim-recursive-%d" % os.getpid(), False)
print(lock.acquire(), lock.acquire(), lock._count(), lock._is_mine(), flush=True)
thread = threading.Thread(target=lambda: print(lock._is_mine(), lock.acquire(False), lock.acquire(True, 0.05), flush=True))
thread.start()
thread.join()
if os.fork() == 0:
    lock._after_fork()
    print(lock._count(), lock.acquire(timeout=0.05), flush=True)
    os._exit(0)
os.wait()
lock.release()
lock.release()
try:
    lock.release()
except AssertionError as error:
    print(error)
other = SemLock._rebuild(lock.handle, 0, 1, lock.name)
print(other.acquire(), lock.acquire(False), other._count(), lock._count())
sem_unlink(lock.name)
try:
    sem_unlink(lock.name)
except FileNotFoundError as error:
    print(error.errno)
semaphore = SemLock(1, 2, 2, "/gilsim-bounded-%d" % os.getpid(), True)
try:
    semaphore.release()
except ValueError as error:
    print(error)
