import multiprocessing
import time


def nothing():
    pass


def has_child():
    try:
        multiprocessing.Process(target=nothing).start()
    except AssertionError as error:
        print('in a daemon:', error)


def attempt(function, *args):
    try:
        print(function(*args))
    except (AssertionError, ValueError, AttributeError, TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


if __name__ == '__main__':
    process = multiprocessing.Process(target=nothing)
    attempt(process.join)
    attempt(process.terminate)
    attempt(lambda: process.sentinel)
    attempt(setattr, process, 'name', 5)
    process.start()
    attempt(process.start)
    attempt(setattr, process, 'daemon', True)
    process.join()
    process.close()
    for name in ('is_alive', 'join', 'start', 'terminate', 'kill', 'close'):
        attempt(getattr(process, name))
    attempt(lambda: process.pid)
    attempt(lambda: process.exitcode)
    sleeper = multiprocessing.Process(target=time.sleep, args=(100,))
    sleeper.start()
    attempt(sleeper.close)
    sleeper.kill()
    sleeper.join()
    attempt(multiprocessing.Process, None, nothing, 'name', 5)
    attempt(multiprocessing.Process, 3)
    attempt(multiprocessing.get_context, 'thread')
    multiprocessing.get_context()
    attempt(multiprocessing.set_start_method, 'spawn')
    attempt(multiprocessing.get_context('spawn').set_start_method, 'spawn')
    daemon = multiprocessing.Process(target=has_child, daemon=True)
    daemon.start()
    daemon.join()
