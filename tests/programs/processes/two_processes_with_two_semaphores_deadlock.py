# not-python
# exit: 3
# stderr-contains: wait for each other in a circle
# stderr-contains: 4243 child wants Lock between processes #2, which 4242 MainProcess holds
import os, time
from _multiprocessing import SemLock

first, second = (SemLock(1, 1, 1, name, True) for name in ("first", "second"))
child = os.fork() == 0
(first if child else second).acquire()
time.sleep(0.1)
(second if child else first).acquire()
# output:
