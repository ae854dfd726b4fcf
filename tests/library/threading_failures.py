# stderr: ignore
# Exceptions in threads, hooks, the order at the end of the program.
import _thread
import atexit
import sys
import threading
import time


def fail():
    raise ValueError('in a thread')


class Failing(threading.Thread):
    def run(self):
        fail()


for t in (threading.Thread(target=fail), Failing(name='sub'), threading.Thread(target=sys.exit)):
    t.start()
    t.join()


def hook(args):
    print('hook', args.exc_type, args.exc_value, args.thread.name, type(args).__name__, len(args))


threading.excepthook = hook
t = threading.Thread(target=fail, name='hooked')
t.start()
t.join()


def bad_hook(args):
    raise KeyError('hook')


threading.excepthook = bad_hook
t = threading.Thread(target=fail, name='badly hooked')
t.start()
t.join()
threading.excepthook = threading.__excepthook__
try:
    threading.excepthook(1)
except TypeError as error:
    print(error)

done = threading.Event()
seen = []


def dummy():
    me = threading.current_thread()
    seen.append((me.name.split('-')[0], me.daemon, me.is_alive(), type(me).__name__))
    try:
        me.join()
    except AssertionError as error:
        seen.append(str(error))
    except RuntimeError as error:
        seen.append(str(error))
    done.set()


_thread.start_new_thread(dummy, ())
done.wait()
print(seen)

atexit.register(lambda: print('atexit'))
threading._register_atexit(lambda x: print('threading atexit', x), 1)
threading._register_atexit(lambda: print('threading atexit first'))


def late(depth):
    time.sleep(0.02)
    print('late', depth)
    if depth:
        threading.Thread(target=late, args=(depth - 1,)).start()


threading.Thread(target=late, args=(2,)).start()
threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
store = threading.local()
store.x = 1
t = threading.Thread(target=lambda: print(hasattr(store, 'x')))
t.start()
t.join()
print('main ends')
