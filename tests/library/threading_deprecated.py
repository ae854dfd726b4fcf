# The old names warn, and say where they were used.
import threading
import warnings

warnings.simplefilter('always')
t = threading.Thread()
t.setDaemon(True)
t.setName('old')
print(t.getName(), t.isDaemon())
print(threading.currentThread().name, threading.activeCount(), threading.Event().isSet())
c = threading.Condition()
with c:
    c.notifyAll()
