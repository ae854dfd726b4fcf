import os, time
from _multiprocessing import SemLock

semaphore = SemLock(1, 1, 1, "/gilsim-test-%d" % os.getpid(), True)
print(semaphore.kind, semaphore.maxvalue, semaphore.name, semaphore._get_value(), semaphore._is_zero())
readable, writable = os.pipe()
for worker in range(3):
    if os.fork() == 0:
        for _ in range(20):
            with semaphore:
                os.write(writable, b"<")
                time.sleep(0.0001)
                os.write(writable, b">")
        os._exit(0)
for _ in range(3):
    os.wait()
print(os.read(readable, 1000) == b"<>" * 60, semaphore._get_value())
