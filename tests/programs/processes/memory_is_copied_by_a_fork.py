import os, sys

numbers = [1, 2, 3]
here = id(numbers)
pid = os.fork()
if pid == 0:
    numbers.append(4)
    print("child", numbers, id(numbers) == here, flush=True)
    sys.exit(0)
os.wait()
print("parent", numbers)
