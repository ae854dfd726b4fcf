import signal
import time

came = []
signal.signal(signal.SIGVTALRM, lambda number, frame: came.append('virtual'))
signal.signal(signal.SIGPROF, lambda number, frame: came.append('profiling'))
print(signal.setitimer(signal.ITIMER_VIRTUAL, 0.05), signal.setitimer(signal.ITIMER_PROF, 0.1, 0.05))
time.sleep(0.2)
print(came, 0.03 < signal.getitimer(signal.ITIMER_VIRTUAL)[0] <= 0.06, signal.getitimer(signal.ITIMER_PROF)[1])
begin = time.process_time()
while len(came) < 3:
    pass
print(came, 0.12 < time.process_time() - begin < 0.4)
signal.setitimer(signal.ITIMER_PROF, 0)
print(signal.getitimer(signal.ITIMER_PROF), signal.getitimer(signal.ITIMER_VIRTUAL))
