import multiprocessing
import os
import signal
import sys
import time


def returns():
    return 7


def leaves(status):
    sys.exit(status)


def at_once():
    os._exit(9)


def sleeps():
    time.sleep(100)


def kills_itself():
    os.kill(os.getpid(), signal.SIGKILL)


def code(target, *args, then=None):
    process = multiprocessing.Process(target=target, args=args)
    process.start()
    if then:
        time.sleep(0.05)
        getattr(process, then)()
    process.join()
    return process.exitcode


if __name__ == '__main__':
    print(code(returns), code(leaves, 3), code(leaves, None), code(leaves, 'words'), code(at_once), code(leaves, True))
    print(code(sleeps, then='terminate'), code(sleeps, then='kill'), code(kills_itself))
    process = multiprocessing.Process(target=sleeps)
    process.start()
    process.join(0.05)
    print(process.exitcode, process.is_alive())
    process.terminate()
    process.join(10)
    print(process.exitcode, process.is_alive())
