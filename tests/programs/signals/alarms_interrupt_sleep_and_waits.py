import queue
import signal
import threading
import time


def near(seconds, wanted):
    return wanted - 0.01 <= seconds < wanted + 0.1


class Late(Exception):
    pass


def on_alarm(number, frame):
    ticks.append(number)


def too_late(number, frame):
    raise Late


ticks = []
signal.signal(signal.SIGALRM, on_alarm)

# The sleep goes on with what is left of it.
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
begin = time.monotonic()
time.sleep(0.27)
print('slept', near(time.monotonic() - begin, 0.27), len(ticks), signal.setitimer(signal.ITIMER_REAL, 0)[1])
time.sleep(0.1)
print(len(ticks), signal.getitimer(signal.ITIMER_REAL))

# So do waits for locks.
lock = threading.Lock()
lock.acquire()
ticks.clear()
signal.setitimer(signal.ITIMER_REAL, 0.02)
begin = time.monotonic()
print(lock.acquire(timeout=0.1), near(time.monotonic() - begin, 0.1), ticks)

event, box = threading.Event(), queue.Queue()
threading.Timer(0.1, event.set).start()
threading.Timer(0.2, box.put, ('parcel',)).start()
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.1)
print(event.wait(), box.get(), len(ticks))
signal.alarm(0)

# An exception of the handler's leaves the wait.
signal.signal(signal.SIGALRM, too_late)


def wait_for(what, function, *arguments):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    begin = time.monotonic()
    try:
        function(*arguments)
        print(what, 'ended')
    except Late:
        print(what, 'interrupted', near(time.monotonic() - begin, 0.05))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


wait_for('sleep', time.sleep, 5)
wait_for('lock', lock.acquire)
wait_for('lock with timeout', lock.acquire, True, 5)
wait_for('event', threading.Event().wait)
condition = threading.Condition()
with condition:
    wait_for('condition', condition.wait, 5)
    print('owned' if condition._is_owned() else 'lost')
wait_for('semaphore', threading.Semaphore(0).acquire)
wait_for('queue', queue.Queue().get)
wait_for('queue with timeout', queue.Queue().get, True, 3)
wait_for('simple queue', queue.SimpleQueue().get)
thread = threading.Thread(target=time.sleep, args=(0.3,))
thread.start()
wait_for('join', thread.join)
print(thread.is_alive())
thread.join()
barrier = threading.Barrier(2)
wait_for('barrier', barrier.wait)
print(barrier.broken)
wait_for('pause', signal.pause)


def spin():
    while True:
        pass


wait_for('loop', spin)
wait_for('any', lambda: any(sum(range(50)) < 0 for _ in iter(int, 1)))
print(signal.alarm(100), signal.alarm(0))
