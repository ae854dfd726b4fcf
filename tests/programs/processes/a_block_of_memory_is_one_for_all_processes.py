# not-python
import os, time
from _shared_memory import SharedBlock, unlink

block = SharedBlock("numbers", True, 96)
view = memoryview(block)
if os.fork() == 0:
    view[0:3] = b"abc"
    other = SharedBlock("numbers", False, 0)
    memoryview(other).cast("q")[2] = 7
    os._exit(0)
os.wait()
print(bytes(view[:3]), view.cast("q")[2], block.size)
try:
    SharedBlock("numbers", True, 1)
except FileExistsError as error:
    print(error)
unlink("numbers")
try:
    SharedBlock("numbers", False, 0)
except FileNotFoundError as error:
    print(error)
# Updates of two processes that both read before the other wrote are lost.
counter = view.cast("q")
counter[1] = 0
for _ in range(2):
    if os.fork() == 0:
        for _ in range(40_000):
            counter[1] += 1
        os._exit(0)
os.wait(), os.wait()
print(40_000 <= counter[1] < 80_000)
# output:
# b'abc' 7 96
# [Errno 17] File exists: '/numbers'
# [Errno 2] No such file or directory: '/numbers'
# True
