import os, threading

lock, own = threading.Lock(), threading.RLock()
taken, done = threading.Event(), threading.Event()

def hold():
    with lock:
        taken.set()
        done.wait()

threading.Thread(target=hold).start()
taken.wait()
with own:
    pid = os.fork()
    if pid == 0:
        with own:  # the thread that forked still has it
            print(lock.acquire(timeout=0.1), flush=True)
        os._exit(0)
os.waitpid(pid, 0)
done.set()
