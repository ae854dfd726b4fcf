# stdin: a line\n
import os
import signal
import threading
import time

calls = []
signal.signal(signal.SIGALRM, lambda number, frame: calls.append(number))
reader, writer = os.pipe()


def write_later(octets):
    time.sleep(0.1)
    os.write(writer, octets)


threading.Thread(target=write_later, args=(b'late',)).start()
signal.setitimer(signal.ITIMER_REAL, 0.03)
print(os.read(reader, 10), calls)


class Enough(Exception):
    pass


def enough(number, frame):
    raise Enough


signal.signal(signal.SIGALRM, enough)
signal.setitimer(signal.ITIMER_REAL, 0.03)
try:
    os.read(reader, 10)
except Enough:
    print('enough')
signal.setitimer(signal.ITIMER_REAL, 0.03)
try:
    print(os.write(writer, b'x' * 100_000))
    os.write(writer, b'x' * 100_000)
except Enough:
    print('the pipe is full')
print(input())
