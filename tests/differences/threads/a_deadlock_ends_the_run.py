# gilsim: when no thread can ever run again, the run ends with a report of who waits for whom and exit status 3
# cpython: the program hangs
# why: a run must end, and say why
# cpython-hangs
# exit: 3
import threading
lock = threading.Lock()
lock.acquire()
print("once more")
lock.acquire()
# gilsim prints:
# once more
