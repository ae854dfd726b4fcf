# exit: 130
# stderr: ignore
import os
import signal
import time

print("begun", flush=True)
os.kill(os.getpid(), signal.SIGINT)
time.sleep(1)
