# gilsim: `time.sleep` only moves the clock of the simulated computer, so days pass in a moment
# cpython: the program takes as long as it says
# why: nobody waits for a lesson
# cpython-hangs
import time
start = time.monotonic()
time.sleep(86400)
print(round(time.monotonic() - start))
# gilsim prints:
# 86400
