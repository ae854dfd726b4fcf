# run: --max-steps 4000000
# not-python
# exit: 3
# stderr-contains: STEP LIMIT
import os

def count():
    for _ in range(600_000):
        pass

count()
if os.fork() == 0:
    count()
    os._exit(0)
os.wait()
print("two are within the limit", flush=True)
os.fork()
count()
# output:
# two are within the limit
