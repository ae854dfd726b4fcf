import os

readable, writable = os.pipe()
if os.fork() == 0:
    os.close(readable)
    with open(writable, "wb") as pipe:
        for _ in range(50):
            pipe.write(bytes(10_000))
    os._exit(0)
os.close(writable)
total = 0
while octets := os.read(readable, 1 << 20):
    total += len(octets)
print(total)
os.wait()
