# not-python
# exit: 3
# stderr-contains: Thread-1 (dine) wants forks[1], which Thread-2 (dine) holds
# stderr-contains: Thread-2 (dine) wants forks[0], which Thread-1 (dine) holds
# stderr-contains: spare wants table.spoon, which MainThread holds
# stderr-contains: at the end of the program
import threading
import time


class Table:
    def __init__(self):
        self.spoon = threading.Lock()


forks = [threading.Lock(), threading.Lock()]
table = Table()
table.spoon.acquire()


def dine(seat):
    left, right = forks[seat], forks[1 - seat]
    with left:
        time.sleep(0.1)
        with right:
            print("never")


for seat in range(2):
    threading.Thread(target=dine, args=(seat,)).start()
threading.Thread(target=table.spoon.acquire, name="spare").start()
print("started")
# output:
# started
