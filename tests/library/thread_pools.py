# concurrent.futures with threads.
import concurrent.futures as cf
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except BaseException as error:
        print(repr(error))


def fail(n):
    raise ValueError(n)


def name_and(n):
    return threading.current_thread().name, n


with ThreadPoolExecutor(max_workers=1) as pool:
    print(list(pool.map(name_and, range(3))), pool.submit(pow, 2, 5).result(), pool._max_workers)
with ThreadPoolExecutor(2, thread_name_prefix='pre') as pool:
    futures = [pool.submit(time.sleep, 0.1) for _ in range(4)]
    print(sorted(t.name for t in threading.enumerate()), len(pool._threads))
    print([f.result() for f in futures])
with ThreadPoolExecutor(4) as pool:  # a thread that is idle is used before another is started
    for n in range(3):
        pool.submit(len, '').result()
        time.sleep(0.06)
    print(len(pool._threads))
    f = pool.submit(fail, 3)
    attempt(f.result)
    print(repr(f.exception()), f.done(), f.running(), f.cancelled(), f.cancel(), repr(f)[-26:])
    delays = [0.25, 0.01, 0.13]
    by_future = {pool.submit(lambda d: (time.sleep(d), d)[1], d): d for d in delays}
    print([by_future[f] for f in as_completed(by_future)])
    fs = [pool.submit(time.sleep, d) for d in (0.01, 0.3)]
    done, not_done = wait(fs, return_when=cf.FIRST_COMPLETED)
    print(len(done), len(not_done), fs[0] in done)
    print(len(wait(fs, timeout=0.001).done), len(wait(fs).done))
    fs = [pool.submit(fail, 1), pool.submit(time.sleep, 0.3)]
    print(len(wait(fs, return_when=cf.FIRST_EXCEPTION).not_done))
    attempt(list, as_completed([pool.submit(time.sleep, 0.05)], timeout=0.001))
    attempt(lambda: list(pool.map(fail, [1])))
    attempt(lambda: list(pool.map(time.sleep, [0.05], timeout=0.001)))
attempt(pool.submit, len)

pool = ThreadPoolExecutor(1)
gate = threading.Event()
running = pool.submit(gate.wait)
waiting = [pool.submit(len, 'x') for _ in range(3)]
time.sleep(0.06)
print(running.running(), running.cancel(), waiting[0].cancel(), waiting[0].cancelled(), waiting[0].cancel())
waiting[0].add_done_callback(lambda f: print('callback at once', f.cancelled()))
waiting[1].add_done_callback(lambda f: print('callback later', f.result(), threading.current_thread().name))
gate.set()
pool.shutdown()
attempt(waiting[0].result)
print(waiting[2].result())

pool = ThreadPoolExecutor(1)
gate = threading.Event()
first = pool.submit(gate.wait)
rest = [pool.submit(len, 'x') for _ in range(3)]
time.sleep(0.06)
pool.shutdown(wait=False, cancel_futures=True)
gate.set()
print(first.result(), [f.cancelled() for f in rest])

local = threading.local()


def begin(x):
    local.x = x


with ThreadPoolExecutor(2, initializer=begin, initargs=(7,)) as pool:
    print(set(pool.map(lambda _: local.x, range(10))))
with ThreadPoolExecutor(1, initializer=fail, initargs=('init',)) as pool:
    attempt(pool.submit(len, 'x').result)
    attempt(pool.submit, len)
attempt(ThreadPoolExecutor, 0)
attempt(ThreadPoolExecutor, 1, initializer=3)

f = cf.Future()
print(repr(f)[-14:])
attempt(f.result, 0)
attempt(f.exception, timeout=0)
f.set_result(3)
attempt(f.set_result, 4) if False else None
f.add_done_callback(lambda f: 1 / 0)
f = cf.Future()
print(f.set_running_or_notify_cancel(), repr(f)[-14:], f.cancel())
f.set_exception(KeyError('k'))
attempt(f.result)
f = cf.Future()
print(f.cancel(), f.set_running_or_notify_cancel(), repr(f)[-16:])
attempt(f.result)
attempt(wait, [cf.Future()], return_when='x')
print(wait([]), list(as_completed([])))
print(cf.TimeoutError is TimeoutError, cf.CancelledError.__mro__, cf.thread.BrokenThreadPool.__mro__)


def nested():
    with ThreadPoolExecutor(2) as inner:
        return list(inner.map(abs, [-1, -2]))


with ThreadPoolExecutor(2) as pool:
    print(pool.submit(nested).result())


def traced():
    import traceback
    try:
        pool2.submit(fail, 'deep').result()
    except ValueError:
        traceback.print_exc()


with ThreadPoolExecutor(1) as pool2:
    traced()
left = ThreadPoolExecutor(1)
left.submit(lambda: (time.sleep(0.03), print('finished at exit')))
print('main ends')
