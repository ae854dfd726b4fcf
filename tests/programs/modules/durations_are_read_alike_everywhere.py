import queue
import signal
import socket
import threading
import time

signal.signal(signal.SIGALRM, signal.SIG_IGN)
TAKERS = {
    'sleep': time.sleep,
    'lock': lambda seconds: threading.Lock().acquire(timeout=seconds),
    'no wait': lambda seconds: threading.Lock().acquire(False, seconds),
    'queue': lambda seconds: queue.SimpleQueue().get(timeout=seconds),
    'socket': lambda seconds: socket.socket().settimeout(seconds),
    'timer': lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds),
}


class Index:
    def __index__(self):
        return 0


class Float:
    def __float__(self):
        return 0.0


for name, take in TAKERS.items():
    for seconds in (10**400, -10**400, 1e30, -1e30, 9.3e9, float('nan'), float('inf'), -1e-10, -2, 'a', b'', Index(), Float(), 0, 0.001):
        try:
            print(name, type(seconds).__name__, take(seconds))
        except Exception as problem:
            print(name, type(problem).__name__, str(problem).replace(' object', ''))
    signal.setitimer(signal.ITIMER_REAL, 0)
