# gilsim: 256 processes at once
# cpython: as many as the system allows, often some ten thousand
# cpython-hangs
# why: a program that forks for ever must not take the host's processes
import os
import time

try:
    for count in range(2000):
        if os.fork() == 0:
            time.sleep(100)
            os._exit(0)
except BlockingIOError as problem:
    print(count, problem)
# gilsim prints:
# 255 [Errno 11] Resource temporarily unavailable
