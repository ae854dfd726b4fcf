# gilsim: clocks are virtual, and each instruction has its cost: the same work takes the same time
# cpython: whatever it takes
# why: runs are the same everywhere
import time

def work():
    start = time.perf_counter_ns()
    for _ in range(1000):
        pass
    return time.perf_counter_ns() - start

print(len({work() for _ in range(20)}) == 1)
# gilsim prints:
# True
# cpython prints:
# False
