# not-python
# exit: 3
# stderr-contains: DEADLOCK
# stderr-contains: 甲
# stderr-contains: 乙
import threading
import time

a, b = threading.Lock(), threading.Lock()

def take(first, second):
    with first:
        time.sleep(0.1)
        with second:
            print("never")

threading.Thread(target=take, args=(a, b), name="甲").start()
threading.Thread(target=take, args=(b, a), name="乙").start()
print("started")
# output:
# started
