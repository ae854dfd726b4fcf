import os

readable, writable = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(readable)
    os._exit(0)
os.close(readable)
os.waitpid(pid, 0)
try:
    os.write(writable, b"x")
except BrokenPipeError as error:
    print(error)
