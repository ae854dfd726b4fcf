# gilsim: SIGSTOP, SIGTSTP, SIGTTIN and SIGTTOU do nothing by default
# cpython: they stop the process until SIGCONT comes
# why: nobody at a simulated terminal could let it go on
# cpython-hangs
import os
import signal
os.kill(os.getpid(), signal.SIGSTOP)
print("still running")
# gilsim prints:
# still running
