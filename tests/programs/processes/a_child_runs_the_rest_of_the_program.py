import atexit, os, sys

atexit.register(print, "at exit")
pid = os.fork()
if pid == 0:
    print("child", flush=True)
    sys.exit(3)
print("status", os.waitstatus_to_exitcode(os.wait()[1]))
