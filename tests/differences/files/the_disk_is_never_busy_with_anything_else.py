# gilsim: only what was there before the run is read from the disk, and `fsync` alone waits for written data: the same
#   work takes the same time
# cpython: memory pressure and write-back cost time
# why: they depend on everything else that runs
import tempfile
import time

def write_and_read():
    start = time.perf_counter_ns()
    with tempfile.TemporaryFile() as file:
        file.write(bytes(10000))
        file.seek(0)
        file.read()
    return time.perf_counter_ns() - start

write_and_read()
print(len({write_and_read() for _ in range(20)}) == 1)
# gilsim prints:
# True
# cpython prints:
# False
