import _thread
import os
import signal
import threading
import time

where = []


def note(number, frame):
    where.append((signal.Signals(number).name, threading.current_thread().name))


signal.signal(signal.SIGUSR1, note)
signal.signal(signal.SIGUSR2, note)


# A handler runs in the main thread, whoever sends; the sender waits for nothing.
def send():
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR2)


begin = time.monotonic()
thread = threading.Timer(0.05, send)
thread.start()
time.sleep(0.2)
print(where, 0.2 <= time.monotonic() - begin < 0.3)

# One that a worker raises for itself does not end the wait of the main thread.
where.clear()
finished = []


def raise_own():
    time.sleep(0.05)
    signal.raise_signal(signal.SIGUSR1)
    time.sleep(0.1)
    finished.append(list(where))


thread = threading.Thread(target=raise_own)
thread.start()
thread.join()
print(finished, where)

# interrupt_main only leaves a note.
signal.signal(signal.SIGINT, note)
where.clear()
threading.Timer(0.05, _thread.interrupt_main).start()
begin = time.monotonic()
time.sleep(0.15)
print(where, time.monotonic() - begin >= 0.15)
signal.signal(signal.SIGINT, signal.default_int_handler)
threading.Timer(0.05, _thread.interrupt_main).start()
try:
    while True:
        pass
except KeyboardInterrupt as error:
    print('KeyboardInterrupt', error.args)
signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
print('ignored')

# A thread of its own takes the signals that all others block.
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM, signal.SIGHUP])
taken = []


def take():
    while not taken or taken[-1] != signal.SIGTERM:
        taken.append(signal.sigwait([signal.SIGTERM, signal.SIGHUP]))


taker = threading.Thread(target=take)
taker.start()
for count, each in enumerate((signal.SIGHUP, signal.SIGHUP, signal.SIGTERM)):
    while len(taken) < count:
        time.sleep(0.01)
    os.kill(os.getpid(), each)
taker.join()
print(taken)
