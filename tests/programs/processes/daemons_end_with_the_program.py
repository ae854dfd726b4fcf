import atexit
import multiprocessing
import time


def daemon():
    print('daemon begins', flush=True)
    time.sleep(100)
    print('never')


def other():
    time.sleep(0.2)
    print('the other ends', flush=True)


if __name__ == '__main__':
    atexit.register(print, 'at exit')
    multiprocessing.Process(target=daemon, daemon=True).start()
    time.sleep(0.1)
    multiprocessing.Process(target=other).start()
    print('main ends', flush=True)
