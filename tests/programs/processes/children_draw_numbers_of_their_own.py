import os
import random

random.random()
reader, writer = os.pipe()
for _ in range(3):
    if os.fork() == 0:
        os.write(writer, b'%.17f %d\n' % (random.random(), random.randrange(10**9)))
        os._exit(0)
    os.wait()
numbers = os.read(reader, 1000).split()
print(len(numbers), len(set(numbers)))
