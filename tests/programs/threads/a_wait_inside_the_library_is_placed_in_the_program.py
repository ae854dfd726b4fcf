# not-python
# exit: 3
# stderr-contains: waiter: waits for event
# stderr-contains: threading.Thread(target=event.wait, name="waiter").start()
import threading

event = threading.Event()
threading.Thread(target=event.wait, name="waiter").start()
# output:
