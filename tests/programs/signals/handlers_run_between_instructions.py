import os
import signal
import threading
import time
import traceback


def show(number, frame):
    print('signal', number, type(number).__name__, 'in', frame.f_code.co_name)


def raiser(number, frame):
    raise LookupError(signal.Signals(number).name)


def raise_here():
    try:
        signal.raise_signal(signal.SIGUSR2)
        print('not reached')
    except LookupError:
        traceback.print_exc()


def kill_here():
    try:
        os.kill(os.getpid(), signal.SIGUSR2)
        print('not reached')
    except LookupError as error:
        print('caught', error, error.__traceback__.tb_lineno - kill_here.__code__.co_firstlineno)


print(signal.signal(signal.SIGUSR1, show), signal.signal(signal.SIGUSR2, raiser), signal.getsignal(signal.SIGUSR1) is show)
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
raise_here()
kill_here()


# Several at once are handled in the order of their numbers.
order = []
for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1):
    signal.signal(each, lambda number, frame: order.append(number))
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1])
for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1, signal.SIGTERM):
    os.kill(os.getpid(), each)
print(order, sorted(signal.sigpending()))
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM, signal.SIGHUP]))
print(order, signal.sigpending())
print(signal.pthread_sigmask(signal.SIG_SETMASK, []))
print(order)

# A handler may be interrupted by another one, and a raised one leaves the others for later.
depth = []


def nested(number, frame):
    depth.append(number)
    if number == signal.SIGUSR1:
        signal.raise_signal(signal.SIGUSR2)
    depth.append(-number)


signal.signal(signal.SIGUSR1, nested)
signal.signal(signal.SIGUSR2, nested)
signal.raise_signal(signal.SIGUSR1)
print(depth)


class Counter:
    def __init__(self):
        self.calls = 0

    def __call__(self, number, frame):
        self.calls += 1


counter = Counter()
signal.signal(signal.SIGUSR1, counter)


def worker():
    for calls in range(1, 6):
        os.kill(os.getpid(), signal.SIGUSR1)
        while counter.calls < calls:
            time.sleep(0.001)


thread = threading.Thread(target=worker)
thread.start()
thread.join()
print(counter.calls, signal.getsignal(signal.SIGUSR1) is counter)

signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR1)
print(counter.calls, repr(signal.getsignal(signal.SIGUSR1)), repr(signal.signal(signal.SIGUSR1, signal.SIG_DFL)))
