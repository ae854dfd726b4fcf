# Threads: life, names, states, refusals.
import threading
import time


def attempt(function, *args):
    try:
        print('fine', function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


def work():
    pass


def hidden(thread):
    """A thread's repr without its ident."""
    return repr(thread).replace(str(thread.ident), 'IDENT')


t = threading.Thread(target=work)
print(hidden(t), t.name, t.daemon, t.is_alive(), t.ident, t.native_id)
attempt(t.join)
t.start()
t.join()
print(hidden(t), t.is_alive(), type(t.ident), type(t.native_id))
attempt(t.start)
attempt(setattr, t, 'daemon', True)
t.join()
print([threading.Thread(target=lambda: 1).name, threading.Thread().name, threading.Thread(name='named').name,
       threading.Thread(target=time.sleep).name, threading.Thread(name=7).name, threading.Thread(target=t).name])
attempt(threading.Thread, 'group')
attempt(threading.current_thread().join)
print(threading.current_thread().name, threading.main_thread() is threading.current_thread())
print(hidden(threading.current_thread()))


class Bare(threading.Thread):
    def __init__(self):
        self.value = 1


bare = Bare()
attempt(bare.start)
attempt(bare.join)
attempt(bare.is_alive)
attempt(lambda: bare.name)
attempt(lambda: bare.daemon)
attempt(lambda: repr(bare))
attempt(setattr, bare, 'name', 'x')
attempt(setattr, bare, 'daemon', True)


class Early(threading.Thread):
    def __init__(self):
        self.name = 'early'
        super().__init__()


attempt(Early)


class Sub(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def run(self):
        print('running', self.n, self.name, threading.current_thread() is self)


for n in range(3):
    s = Sub(n)
    s.start()
    s.join()
print(hidden(s))

gate = threading.Lock()
gate.acquire()
d = threading.Thread(target=gate.acquire, daemon=True)
print(hidden(d))
d.start()
print(hidden(d), threading.active_count(), len(threading.enumerate()))
d.join(0.01)
print(d.is_alive())
d.join(-1)
child = []
inherit = threading.Thread(target=lambda: child.append(threading.Thread()), daemon=True)
inherit.start()
inherit.join()
print(child[0].daemon)
gate.release()
d.join()
print(hidden(d), [x.name for x in threading.enumerate()])

results = []
t = threading.Thread(target=lambda *a, **k: results.append((a, k)), args=(1, 2), kwargs={'z': 3})
t.start()
t.join()
print(results, hasattr(t, '_target'))
t.name = 'renamed'
print(t.name)
print(threading.Timer(5, work, [1]).args, threading.Timer(5, work).kwargs)
fired = []
timer = threading.Timer(0.01, fired.append, ['fired'])
timer.start()
timer.join()
cancelled = threading.Timer(10, fired.append, ['never'])
cancelled.start()
cancelled.cancel()
cancelled.join()
print(fired)
print(threading.TIMEOUT_MAX, threading.stack_size(), threading.ThreadError)
print(sorted(set(threading.__all__) - {'setprofile', 'settrace'}))  # what is missing is refused by name
attempt(threading.Thread.start, 3)
