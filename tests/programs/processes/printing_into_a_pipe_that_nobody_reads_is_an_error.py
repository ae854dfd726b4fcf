import os

readable, writable = os.pipe()
terminal = os.dup(1)
os.dup2(writable, 1)
os.close(writable)
os.close(readable)
try:
    print("lost", flush=True)
except BrokenPipeError as error:
    os.write(terminal, b"%d\n" % error.errno)
os._exit(0)
