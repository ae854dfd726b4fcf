import os, sys

print("once", flush=True)
print("twice", end=" ")
pid = os.fork()
if pid:
    os.wait()
print("parent" if pid else "child")
