# not-python
# exit: 3
# stderr-contains: DEADLOCK
# stderr-contains: MainThread
# stderr-contains: threads/a_lock_taken_twice_is_a_deadlock.py:10
# stderr-contains: threads/a_lock_taken_twice_is_a_deadlock.py:11
import threading

lock = threading.Lock()
lock.acquire()
lock.acquire()
print("never")
# output:
