# Condition, Semaphore, Event, Barrier: order, timeouts, messages, reprs.
import threading
import time


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


def pause():
    time.sleep(0.05)


c = threading.Condition()
print(repr(c)[:40], repr(c)[-3:])
print(repr(threading.Condition(threading.Lock()))[:37])
attempt(c.wait)
attempt(c.notify)
attempt(c.notify_all)
attempt(threading.Condition(threading.Lock()).wait)
attempt(threading.Condition(threading.Lock()).notify)
with c:
    print(c.wait(0.001), c.wait(0), c.wait(-1))
    print(c.wait_for(lambda: 0, 0.002), c.wait_for(lambda: 5), c.wait_for(lambda: 6, 1))
    c.notify(0)
order = []


def waiter(n):
    with c:
        order.append(f'in {n}')
        c.wait()
        order.append(f'out {n}')


threads = []
for n in range(4):
    t = threading.Thread(target=waiter, args=(n,))
    t.start()
    threads.append(t)
    pause()
with c:
    print(repr(c)[-3:])
    c.notify()
pause()
with c:
    c.notify(2)
pause()
with c:
    c.notify_all()
for t in threads:
    t.join()
print(order[:5], sorted(order[5:7]), order[7:])  # those woken together go on in either order
with c:
    with c:  # recursive: wait gives up both levels
        t = threading.Thread(target=lambda: (c.acquire(), c.notify(), c.release()))
        t.start()
        print(c.wait(5))
t.join()
late = []
t = threading.Thread(target=lambda: (pause(), late.append(1), c.acquire(), c.notify_all(), c.release()))
t.start()
with c:
    print(c.wait_for(lambda: late), c.wait_for(lambda: late, 3))
t.join()

s = threading.Semaphore(2)
print(s, s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.01), s.acquire(blocking=True, timeout=-1))
print(s)
s.release(2)
print(s)
attempt(s.release, 0)
attempt(s.acquire, False, 1)
attempt(threading.Semaphore, -1)
with s as value:
    print(value, s)
b = threading.BoundedSemaphore(2)
print(b)
attempt(b.release)
b.acquire()
attempt(b.release, 2)
attempt(b.release)
got = []
empty = threading.Semaphore(0)


def take(n):
    empty.acquire()
    got.append(n)


threads = [threading.Thread(target=take, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
    pause()
for _ in range(3):
    empty.release()
    pause()
for t in threads:
    t.join()
print(got)

e = threading.Event()
print(e, e.is_set(), e.wait(0.001))
t = threading.Thread(target=lambda: (pause(), e.set()))
t.start()
print(e.wait(), e, e.wait(0))
t.join()
e.clear()
print(e)

b = threading.Barrier(3, action=lambda: print('action'))
print(b, b.parties, b.n_waiting, b.broken)
ranks = []
threads = [threading.Thread(target=lambda: ranks.append(b.wait())) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(ranks), b)
attempt(b.wait, 0.01)
print(b, b.broken, b.n_waiting)
attempt(b.wait)
b.reset()
print(b)
outcome = []


def try_wait():
    try:
        outcome.append(b.wait())
    except threading.BrokenBarrierError as error:
        outcome.append(repr(error))


for breaker in (b.abort, b.reset):
    threads = [threading.Thread(target=try_wait) for _ in range(2)]
    for t in threads:
        t.start()
    pause()
    print(b.n_waiting)
    breaker()
    for t in threads:
        t.join()
    print(outcome, b.broken)
    b.reset()
failing = threading.Barrier(1, action=lambda: 1 / 0)
attempt(failing.wait)
print(failing.broken)
print(threading.BrokenBarrierError.__mro__)
