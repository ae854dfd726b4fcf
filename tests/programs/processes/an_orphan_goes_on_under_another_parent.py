import os, time

readable, writable = os.pipe()
middle = os.fork()
if middle == 0:
    first_parent = os.getpid()
    if os.fork() == 0:
        same = os.getppid() == first_parent
        while os.getppid() == first_parent:
            time.sleep(0.01)
        os.write(writable, b"orphan %d" % same)
        os._exit(0)
    time.sleep(0.1)
    os._exit(0)
os.waitpid(middle, 0)
print(os.read(readable, 100))
