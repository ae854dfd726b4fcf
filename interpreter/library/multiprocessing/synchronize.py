"""Locks between processes, over the named semaphores of `_multiprocessing`."""

import os
import sys
import threading
from itertools import count
from time import monotonic

import _multiprocessing

from . import context, process, util

__all__ = ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event']

RECURSIVE_MUTEX, SEMAPHORE = 0, 1
SEM_VALUE_MAX = _multiprocessing.SemLock.SEM_VALUE_MAX

_next_name = count().__next__


class SemLock:
    """A semaphore. When it is pickled for a child that is being spawned, it goes by its name."""

    def __init__(self, kind, value, maxvalue, *, ctx=None):
        # Under fork nobody needs the name: it is gone before others can see it.
        unlink_now = (ctx or context._default_context.get_context())._name == 'fork'
        semlock = self._semlock = _multiprocessing.SemLock(kind, value, maxvalue, self._make_name(), unlink_now)
        util.debug('created semlock with handle %s', semlock.handle)
        self._make_methods()

        def _after_fork(obj):
            obj._semlock._after_fork()

        util.register_after_fork(self, _after_fork)
        if not unlink_now:
            util.Finalize(self, _multiprocessing.sem_unlink, (semlock.name,), exitpriority=0)

    def _make_methods(self):
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release

    def _show_as(self, kind):
        self._semlock._show_as(kind)

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        context.assert_spawning(self)
        semlock = self._semlock
        return semlock.handle, semlock.kind, semlock.maxvalue, semlock.name

    def __setstate__(self, state):
        self._semlock = _multiprocessing.SemLock._rebuild(*state)
        util.debug('recreated blocker with handle %r', state[0])
        self._make_methods()

    @staticmethod
    def _make_name():
        return '%s-%d-%d' % (process.current_process()._config['semprefix'], os.getpid(), _next_name())


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock._get_value()

    def _shown_value(self):
        try:
            return self._semlock._get_value()
        except Exception:
            return 'unknown'

    def __repr__(self):
        return '<%s(value=%s)>' % (self.__class__.__name__, self._shown_value())


class BoundedSemaphore(Semaphore):
    """A semaphore that cannot be released more often than it was acquired."""

    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        return '<%s(value=%s, maxvalue=%s)>' % (self.__class__.__name__, self._shown_value(), self._semlock.maxvalue)


def _owner(semlock):
    """Who holds a lock, as far as this process can know."""
    try:
        if semlock._is_mine():
            name = process.current_process().name
            thread = threading.current_thread().name
            return name if thread == 'MainThread' else '%s|%s' % (name, thread)
        if semlock._get_value() == 1:
            return 'None'
        return 'SomeOtherThread' if semlock._count() > 0 else 'SomeOtherProcess'
    except Exception:
        return 'unknown'


class Lock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return '<%s(owner=%s)>' % (self.__class__.__name__, _owner(self._semlock))


class RLock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        owner = _owner(self._semlock)
        if self._semlock._is_mine():
            count = self._semlock._count()
        else:
            count = {'None': 0, 'unknown': 'unknown'}.get(owner, 'nonzero')
        return '<%s(%s, %s)>' % (self.__class__.__name__, owner, count)


class Condition:
    """Who waits says so by `_sleeping_count` and sleeps on `_wait_semaphore`; who is woken answers by `_woken_count`.

    The difference of the two counts is how many sleep, those included whose time ran out since somebody last looked.
    """

    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._show_as('Condition')
        self._make_methods()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._make_methods()

    def _show_as(self, kind):
        for semaphore in (self._woken_count, self._wait_semaphore):
            semaphore._show_as(kind)

    def _make_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        try:
            waiters = self._sleeping_count.get_value() - self._woken_count.get_value()
        except Exception:
            waiters = 'unknown'
        return '<%s(%s, %s)>' % (self.__class__.__name__, self._lock, waiters)

    def wait(self, timeout=None):
        assert self._lock._semlock._is_mine(), 'must acquire() condition before using wait()'
        self._sleeping_count.release()
        levels = self._lock._semlock._count()
        for _ in range(levels):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(levels):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock._is_mine(), 'lock is not owned'
        assert not self._wait_semaphore.acquire(False), (
            'notify: Should not have been able to acquire _wait_semaphore')
        # Those that have gone by themselves are no sleepers any more.
        while self._woken_count.acquire(False):
            assert self._sleeping_count.acquire(False), (
                'notify: Bug in sleeping_count.acquire- res should not be False')
        woken = 0
        while woken < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            woken += 1
        if woken:
            for _ in range(woken):
                self._woken_count.acquire()
            # What was meant for one whose time ran out just now is nobody's.
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(n=sys.maxsize)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        deadline = None if timeout is None else monotonic() + timeout
        while not result:
            if deadline is not None:
                timeout = deadline - monotonic()
                if timeout <= 0:
                    break
            self.wait(timeout)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._cond._show_as('Event')
        self._flag = ctx.Semaphore(0)

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if not self._flag.acquire(False):
                self._cond.wait(timeout)
                if not self._flag.acquire(False):
                    return False
            self._flag.release()
            return True

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


class Barrier(threading.Barrier):
    """The barrier of threads, with its state and count where all processes see them."""

    def __init__(self, parties, action=None, timeout=None, *, ctx):
        from .heap import BufferWrapper
        self.__setstate__((parties, action, timeout, ctx.Condition(), BufferWrapper(8)))
        self._cond._show_as('Barrier')
        self._state = 0
        self._count = 0

    def __getstate__(self):
        return self._parties, self._action, self._timeout, self._cond, self._wrapper

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._wrapper = state
        self._array = self._wrapper.create_memoryview().cast('i')

    @property
    def _state(self):
        return self._array[0]

    @_state.setter
    def _state(self, value):
        self._array[0] = value

    @property
    def _count(self):
        return self._array[1]

    @_count.setter
    def _count(self, value):
        self._array[1] = value
