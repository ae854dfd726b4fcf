import os, signal, time

readable, writable = os.pipe()
pid = os.fork()
if pid == 0:
    signal.signal(signal.SIGUSR1, lambda number, frame: print("got", signal.Signals(number).name, flush=True))
    os.write(writable, b"ready")
    signal.pause()
    os._exit(4)
os.read(readable, 10)
time.sleep(0.05)
os.kill(pid, signal.SIGUSR1)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
