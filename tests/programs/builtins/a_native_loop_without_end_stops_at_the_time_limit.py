# run: --max-time 50ms
# not-python
# exit: 3
# stderr-contains: TIME LIMIT
import threading


def patient():
    sum(range(10**15))


thread = threading.Thread(target=patient)
print("begun")
thread.start()
thread.join()
print("never")
# output:
# begun
