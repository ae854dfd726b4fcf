import os, signal, time

for number in (signal.SIGTERM, signal.SIGKILL):
    pid = os.fork()
    if pid == 0:
        time.sleep(100)
        os._exit(0)
    os.kill(pid, number)
    status = os.waitpid(pid, 0)[1]
    print(os.WIFSIGNALED(status), signal.Signals(os.WTERMSIG(status)).name, os.waitstatus_to_exitcode(status))
