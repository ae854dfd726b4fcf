# exit: 143
# stderr-contains: SIGTERM (Terminated)
import os
import signal
import threading

print('begun', flush=True)
sender = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGTERM))
sender.start()
while True:
    pass
