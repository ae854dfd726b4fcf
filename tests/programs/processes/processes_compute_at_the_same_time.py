# not-python
import os, time

def count():
    n = 0
    for _ in range(400_000):
        n += 1
    return n

start = time.perf_counter()
count()
alone = time.perf_counter() - start
start = time.perf_counter()
children = []
for _ in range(2):
    pid = os.fork()
    if pid == 0:
        count()
        os._exit(0)
    children.append(pid)
for pid in children:
    os.waitpid(pid, 0)
both = time.perf_counter() - start
print(both < 1.6 * alone)
# output:
# True
