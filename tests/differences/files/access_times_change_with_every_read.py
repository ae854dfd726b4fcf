# gilsim: access times change with every read
# cpython: seldom, as Linux mounts disks with `relatime`
# why: nothing is saved by it on a disk in memory
import os
import tempfile
import time
times = set()
with tempfile.NamedTemporaryFile() as file:
    file.write(b"text")
    file.flush()
    for _ in range(3):
        time.sleep(0.01)
        with open(file.name) as again:
            again.read()
        times.add(os.stat(file.name).st_atime_ns)
print(len(times) == 3)
# gilsim prints:
# True
# cpython prints:
# False
