# exit: 142
# stderr-contains: SIGALRM (Alarm clock)
import atexit
import signal
import threading

atexit.register(print, 'not printed')
threading.Thread(target=threading.Event().wait).start()
signal.setitimer(signal.ITIMER_REAL, 0.1)
print('waiting', flush=True)
try:
    signal.pause()
finally:
    print('not printed')
