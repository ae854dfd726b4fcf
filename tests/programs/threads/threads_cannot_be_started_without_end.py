# not-python
import threading

gate = threading.Event()
threads = []
try:
    while True:
        thread = threading.Thread(target=gate.wait)
        thread.start()
        threads.append(thread)
except RuntimeError as error:
    print(error, len(threads))
gate.set()
for thread in threads:
    thread.join()
print(threading.active_count())
# output:
# can't start new thread 63999
# 1
