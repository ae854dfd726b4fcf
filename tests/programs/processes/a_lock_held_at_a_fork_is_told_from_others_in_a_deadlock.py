# not-python
# exit: 3
# stderr-contains: which a thread held that the fork did not copy
import os, threading, time

lock = threading.Lock()

def hold():
    with lock:
        time.sleep(0.2)

threading.Thread(target=hold).start()
time.sleep(0.1)
pid = os.fork()
if pid == 0:
    with lock:
        print("never")
os.waitpid(pid, 0)
# output:
