import os, time

readable, writable = os.pipe()
child = os.fork()
if child == 0:
    os.read(readable, 1)
    os._exit(0)
print(os.waitpid(child, os.WNOHANG))
os.write(writable, b"x")
time.sleep(0.2)
os.kill(child, 0)  # still there
print(os.waitpid(child, os.WNOHANG) == (child, 0))
try:
    os.kill(child, 0)
except ProcessLookupError as error:
    print(error)
