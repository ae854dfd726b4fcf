"""Threads and what they wait on, over the primitives of `_thread`.

The locks are those of CPython 3.11's module and are taken in its order, because programs can see them: in the record
of a run, in who waits for whom, and in the order in which waiters go on. Where our code is shorter than CPython's, which
enters a Condition or calls a method of its own, `_pay` adds the nanoseconds that are missing: a Semaphore is acquired and
released in 3.9 us there. Each thread has a `_started` event that its creator waits for, and a `_tstate_lock` that the
interpreter releases when the thread is gone; join() takes that one.
"""

import sys as _sys
from _collections import deque as _deque
from _thread import (
    LockType as _LockType, RLock, TIMEOUT_MAX, _excepthook as excepthook, _local as local, _set_sentinel,
    allocate_lock as Lock, error as ThreadError, get_ident, get_native_id, stack_size,
    start_new_thread as _start_new_thread)
from _spending import pay as _pay
from itertools import count as _count
from time import monotonic as _time

__all__ = [
    'get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX', 'Event',
    'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer',
    'ThreadError', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'gettrace',
    'getprofile', 'get_native_id']

try:
    # A quicker start than with all of operator.
    from _operator import attrgetter as _attrgetter
except ImportError:
    from operator import attrgetter as _attrgetter

try:
    # A lock that the record of a run knows as the sleep of one who waits for a condition; and the name it shows.
    from _thread import _allocate_waiter, _set_name
except ImportError:
    _allocate_waiter = Lock

    def _set_name(name):
        pass

try:
    from _thread import _ExceptHookArgs as ExceptHookArgs
except ImportError:
    class ExceptHookArgs(tuple):
        """What excepthook() is given: exc_type, exc_value, exc_traceback and thread."""

        exc_type = property(lambda self: self[0])
        exc_value = property(lambda self: self[1])
        exc_traceback = property(lambda self: self[2])
        thread = property(lambda self: self[3])

        def __repr__(self):
            return '_thread._ExceptHookArgs(exc_type=%r, exc_value=%r, exc_traceback=%r, thread=%r)' % tuple(self)

    ExceptHookArgs.__name__ = ExceptHookArgs.__qualname__ = '_ExceptHookArgs'
    ExceptHookArgs.__module__ = '_thread'

__excepthook__ = excepthook
_allocate_lock = Lock
_CRLock = RLock


# There are no trace and profile functions: what would set them is refused by name.
def getprofile():
    return None


def gettrace():
    return None


def _warn_deprecated(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=3)


class Condition:
    """Waiters stand in a queue, each asleep on a lock of its own that notify() releases, oldest first."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self._waiters = _deque()
        if type(lock) is not _LockType:
            # A recursive lock knows how to give up all of its levels at once; others may.
            for name in ('_release_save', '_acquire_restore', '_is_owned'):
                if hasattr(lock, name):
                    setattr(self, name, getattr(lock, name))

    acquire = property(_attrgetter('_lock.acquire'))
    release = property(_attrgetter('_lock.release'))

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, len(self._waiters))

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        # A plain lock has no owner: that somebody holds it is all that can be known.
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        lock = self._lock
        is_plain = type(lock) is _LockType  # the common case, made quick: the methods above would come to the same
        if not (lock.locked() if is_plain else self._is_owned()):
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _allocate_waiter()
        waiter.acquire()
        waiters = self._waiters
        waiters.append(waiter)
        saved = lock.release() if is_plain else self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            elif timeout > 0:
                notified = waiter.acquire(True, timeout)
            else:
                notified = waiter.acquire(False)
            return notified
        finally:
            if is_plain:
                lock.acquire()
            else:
                self._acquire_restore(saved)
            if not notified and waiter in waiters:
                waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        if timeout is None:
            while not result:
                self.wait()
                result = predicate()
            return result
        deadline = _time() + timeout
        while not result and timeout > 0:
            self.wait(timeout)
            result = predicate()
            timeout = deadline - _time()
        return result

    def notify(self, n=1):
        lock = self._lock
        if not (lock.locked() if type(lock) is _LockType else self._is_owned()):
            raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        while waiters and n > 0:
            waiters.popleft().release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _warn_deprecated('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()


_MORE_IN_SEMAPHORE = 1000  # nanoseconds of acquire and of release


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        kind = self.__class__
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        condition = self._cond
        deadline = None
        with condition._lock:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    now = _time()
                    if deadline is None:
                        deadline = now + timeout
                    timeout = deadline - now
                    if timeout <= 0:
                        return False
                condition.wait(timeout)
            self._value -= 1
            _pay(_MORE_IN_SEMAPHORE)
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        condition = self._cond
        with condition._lock:
            self._value += n
            _pay(_MORE_IN_SEMAPHORE)
            if condition._waiters:
                condition.notify(n)

    def __exit__(self, kind, value, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that cannot be released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        kind = self.__class__
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        condition = self._cond
        with condition._lock:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            condition.notify(n)


_MORE_IN_SET, _MORE_IN_CLEAR, _MORE_IN_WAIT = 500, 300, 250  # nanoseconds


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        kind = self.__class__
        status = 'set' if self._flag else 'unset'
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {status}>"

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def is_set(self):
        return self._flag

    def isSet(self):
        _warn_deprecated('isSet() is deprecated, use is_set() instead')
        return self._flag

    def set(self):
        condition = self._cond
        with condition._lock:
            self._flag = True
            _pay(_MORE_IN_SET)
            waiters = condition._waiters
            while waiters:
                waiters.popleft().release()

    def clear(self):
        with self._cond._lock:
            self._flag = False
            _pay(_MORE_IN_CLEAR)

    def wait(self, timeout=None):
        condition = self._cond
        with condition._lock:
            _pay(_MORE_IN_WAIT)
            return self._flag or condition.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Lets `parties` threads go on together, any number of times.

    The state is 0 while threads gather, 1 while they leave, -1 while a reset drives them out, -2 when broken.
    """

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        kind = self.__class__
        name = f"{kind.__module__}.{kind.__qualname__}"
        if self._state == -2:
            return f"<{name} at {id(self):#x}: broken>"
        return f"<{name} at {id(self):#x}: waiters={self._count}/{self._parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                self._exit()

    def _enter(self):
        # Latecomers to a round that is leaving wait until it has left.
        while self._state in (-1, 1):
            self._cond.wait()
        if self._state < 0:
            raise BrokenBarrierError

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _exit(self):
        if self._count == 0 and self._state in (-1, 1):
            self._state = 0
            self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                # Those who wait are thrown out first; the last of them makes the barrier usable again.
                self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


_counter = _count(1).__next__
_active_limbo_lock = Lock()
_active = {}  # ident: thread
_limbo = {}  # threads that start() made but that do not run yet
_shutdown_locks_lock = Lock()
_shutdown_locks = {}  # tstate locks of threads that the end of the program waits for; a dict keeps their order


def _newname(template="Thread-%d"):
    return template % _counter()


try:
    # Looks at all of them each time, as CPython does, but only in virtual time when nothing can have changed.
    from _thread import _drop_released
except ImportError:
    def _drop_released(locks):
        # Threads that nobody joins leave their locks behind.
        for lock in [lock for lock in locks if not lock.locked()]:
            del locks[lock]


class Thread:
    _initialized = False
    _ident = None
    _native_id = None
    _tstate_lock = None
    _is_stopped = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            number = _counter()
            try:
                name = f"Thread-{number} ({target.__name__})"
            except AttributeError:
                name = f"Thread-{number}"
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = (_active.get(get_ident()) or _DummyThread())._daemonic if daemon is None else daemon
        self._started = Event()
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        self.is_alive()
        status = "initial"
        if self._is_stopped:
            status = "stopped"
        elif self._started._flag:
            status = "started"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += " %s" % self._ident
        return "<%s(%s, %s)>" % (self.__class__.__name__, self._name, status)

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started._flag:
            raise RuntimeError("threads can only be started once")
        with _active_limbo_lock:
            _limbo[self] = self
        try:
            _start_new_thread(self._bootstrap, ())
        except Exception:
            with _active_limbo_lock:
                del _limbo[self]
            raise
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # What the thread was given may hold the thread: let go of it.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        try:
            self._bootstrap_inner()
        except:
            # A daemon thread may wake up in the ruins of an interpreter that is gone.
            if self._daemonic and _sys is None:
                return
            raise

    def _set_ident(self):
        self._ident = get_ident()

    def _set_native_id(self):
        self._native_id = get_native_id()

    def _set_tstate_lock(self):
        lock = self._tstate_lock = _set_sentinel()
        lock.acquire()
        if not self._daemonic:
            with _shutdown_locks_lock:
                _drop_released(_shutdown_locks)
                _shutdown_locks[lock] = None

    def _bootstrap_inner(self):
        ident = self._ident = get_ident()
        try:
            self._set_tstate_lock()
            self._native_id = get_native_id()
            self._started.set()
            with _active_limbo_lock:
                _active[ident] = self
                del _limbo[self]
            try:
                self.run()
            except:
                invoke_excepthook(self)
        finally:
            with _active_limbo_lock:
                del _active[ident]

    def _stop(self):
        # REQUIRES: the tstate lock has been taken and given back, so the thread is gone.
        lock = self._tstate_lock
        self._is_stopped = True
        self._tstate_lock = None
        if not self._daemonic:
            with _shutdown_locks_lock:
                _shutdown_locks.pop(lock, None)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started._flag:
            raise RuntimeError("cannot join thread before it is started")
        if _active.get(get_ident()) is self:
            raise RuntimeError("cannot join current thread")
        lock = self._tstate_lock
        if lock is None:
            return
        try:
            ended = lock.acquire() if timeout is None else lock.acquire(True, max(timeout, 0))
        except BaseException:
            # Out of a signal's handler. As in CPython 3.11, whom one does not wait for any more is as good as gone.
            if lock.locked():
                lock.release()
                self._stop()
            raise
        if ended:
            lock.release()
            self._stop()

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if _active.get(get_ident()) is self:
            _set_name(self._name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        if self._is_stopped or not self._started._flag:
            return False
        lock = self._tstate_lock
        if lock is not None and lock.acquire(False):
            lock.release()
            self._stop()
        return not self._is_stopped

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started._flag:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _warn_deprecated('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        _warn_deprecated('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic

    def getName(self):
        _warn_deprecated('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        _warn_deprecated('setName() is deprecated, set the name attribute instead')
        self.name = name


def invoke_excepthook(thread):
    hook = excepthook
    try:
        hook(ExceptHookArgs([*_sys.exc_info(), thread]))
    except Exception as error:
        error.__suppress_context__ = True
        print("Exception in threading.excepthook:", file=_sys.stderr, flush=True)
        _sys.excepthook(*_sys.exc_info())


class Timer(Thread):
    """Calls a function after `interval` seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    """The thread that the program began in: never started, alive until the interpreter shuts down."""

    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        self._set_tstate_lock()
        self._started._flag = True
        self._set_ident()
        self._set_native_id()
        _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that `_thread` started and that asks for current_thread()."""

    def __init__(self):
        Thread.__init__(self, name=_newname("Dummy-%d"), daemon=True)
        _set_name(self._name)
        self._started._flag = True
        self._set_ident()
        self._set_native_id()
        with _active_limbo_lock:
            _active[self._ident] = self

    def _stop(self):
        pass

    def is_alive(self):
        assert not self._is_stopped and self._started._flag
        return True

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


def current_thread():
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def currentThread():
    _warn_deprecated('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def active_count():
    with _active_limbo_lock:
        return len(_active) + len(_limbo)


def activeCount():
    _warn_deprecated('activeCount() is deprecated, use active_count() instead')
    return active_count()


def _enumerate():
    return list(_active.values()) + list(_limbo.values())


def enumerate():
    with _active_limbo_lock:
        return _enumerate()


_threading_atexits = []
_SHUTTING_DOWN = False


def _register_atexit(func, *arg, **kwargs):
    if _SHUTTING_DOWN:
        raise RuntimeError("can't register atexit after shutdown")
    _threading_atexits.append(lambda: func(*arg, **kwargs))


_main_thread = _MainThread()


def main_thread():
    return _main_thread


def _shutdown():
    """Called once by the interpreter when the main program has ended: waits for every thread that is not a daemon."""
    global _SHUTTING_DOWN
    if _main_thread._is_stopped:
        return
    _SHUTTING_DOWN = True
    for function in reversed(_threading_atexits):
        function()
    if _main_thread._ident == get_ident():
        _main_thread._tstate_lock.release()
        _main_thread._stop()
    # Threads may start threads while they are waited for.
    while True:
        with _shutdown_locks_lock:
            locks = list(_shutdown_locks)
            _shutdown_locks.clear()
        if not locks:
            return
        for lock in locks:
            lock.acquire()
            lock.release()


def _after_fork():
    """Called by the interpreter in the child of a fork: only the thread that forked is left, and it is the main one."""
    global _active_limbo_lock, _shutdown_locks_lock, _main_thread
    _active_limbo_lock = Lock()
    _shutdown_locks_lock = Lock()
    _shutdown_locks.clear()
    me = current_thread()
    for thread in _enumerate():
        thread._started._at_fork_reinit()
        if thread is not me:
            thread._is_stopped = True
            thread._tstate_lock = None
    _limbo.clear()
    _active.clear()
    me._set_ident()
    me._set_native_id()
    if me._tstate_lock is not None:
        me._set_tstate_lock()
    _active[me._ident] = me
    _main_thread = me
