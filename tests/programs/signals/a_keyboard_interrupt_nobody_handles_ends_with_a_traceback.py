# exit: 130
import os
import signal
import threading
import time


def work():
    time.sleep(10)


threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    work()
finally:
    print('cleaned up', flush=True)
