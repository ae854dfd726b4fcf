import asyncio
import os
import signal
import threading
import time


async def stop_by_signal():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.add_signal_handler(signal.SIGUSR1, print, 'usr1', 1)
    loop.call_later(0.02, os.kill, os.getpid(), signal.SIGUSR1)
    threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGTERM)).start()
    await stop.wait()
    print('stopped', loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    print(repr(signal.getsignal(signal.SIGTERM)))
    for wrong in (lambda: loop.add_signal_handler(9, print), lambda: loop.add_signal_handler(999, print),
                  lambda: loop.add_signal_handler('x', print), lambda: loop.add_signal_handler(10, asyncio.sleep)):
        try:
            wrong()
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(stop_by_signal())
print(repr(signal.getsignal(signal.SIGUSR1)), repr(signal.getsignal(signal.SIGINT)))


# One of a worker's own wakes the loop as well.
async def woken():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.add_signal_handler(signal.SIGUSR1, done.set_result, 'woken')
    threading.Timer(0.05, signal.raise_signal, (signal.SIGUSR1,)).start()
    print(await done)


asyncio.run(woken())


# Ctrl-C cancels the main task, which may clean up; then run() raises KeyboardInterrupt.
async def main():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled')
        raise
    finally:
        print('cleaned up')


def interrupted(coroutine, after=0.05):
    threading.Timer(after, os.kill, (os.getpid(), signal.SIGINT)).start()
    begin = time.monotonic()
    try:
        print(asyncio.run(coroutine))
    except BaseException as error:
        print(type(error).__name__, error.args, type(error.__context__).__name__)
    print(time.monotonic() - begin < 1, signal.getsignal(signal.SIGINT) is signal.default_int_handler)


interrupted(main())


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'I have my own mind'


interrupted(stubborn())


async def busy():
    while True:
        await asyncio.sleep(0)


interrupted(busy())


async def twice():
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('first')
        while True:
            time.sleep(0.01)


interrupted(twice())


async def with_timeouts():
    signal.signal(signal.SIGALRM, lambda number, frame: ticks.append(number))
    signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
    begin = time.monotonic()
    await asyncio.sleep(0.11)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return len(ticks), 0.11 <= time.monotonic() - begin < 0.3


ticks = []
print(asyncio.run(with_timeouts()))
