# not-python
# exit: 3
# stderr-contains: DEADLOCK
import os, threading

lock = threading.Lock()
lock.acquire()
pid = os.fork()
if pid == 0:
    lock.acquire()
os.waitpid(pid, 0)
# output:
