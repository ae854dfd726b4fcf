import _thread
import threading
import time
import weakref


class Worker:
    def run(self):
        pass

    def __del__(self):
        print('deleted in', threading.current_thread() is threading.main_thread())


def gone(_):
    for _ in range(2000):
        []
    print('gone')


for _ in range(3):
    worker = Worker()
    reference = weakref.ref(worker, gone)
    _thread.start_new_thread(worker.run, ())
    del worker
    time.sleep(0.05)
    print(reference())
    thread = threading.Thread(target=time.sleep, args=(0.01,))
    thread.start()
    references = weakref.ref(thread, gone), weakref.finalize(thread, print, 'finalized')
    del thread
    time.sleep(0.05)
