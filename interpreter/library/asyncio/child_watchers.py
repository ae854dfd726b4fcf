"""Child watchers: they wait for processes and tell the loop what each has ended with."""

__all__ = ('AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher', 'MultiLoopChildWatcher', 'ThreadedChildWatcher')

import itertools
import os
import signal
import threading
import warnings

from . import events
from .log import logger

_UNKNOWN = 255  # what is told of a process that somebody else has waited for


class AbstractChildWatcher:
    """A watcher as an interface. It is a context manager: processes are started and registered within."""

    locals().update(events._abstract('add_child_handler', 'remove_child_handler', 'attach_loop', 'close', 'is_active',
                                     '__enter__', '__exit__'))


def _wait(pid, options, loop):
    """What the process has ended with; None: it has not."""
    try:
        found, status = os.waitpid(pid, options)
    except ChildProcessError:
        logger.warning('Unknown child process pid %d, will report returncode 255', pid)
        return _UNKNOWN
    if found == 0:
        return None
    returncode = os.waitstatus_to_exitcode(status)
    if loop.get_debug():
        logger.debug('process %s exited with returncode %s', pid, returncode)
    return returncode


class ThreadedChildWatcher(AbstractChildWatcher):
    """A thread for each process, which waits for it: the default."""

    def __init__(self):
        self._pid_counter = itertools.count(0)
        self._threads = {}

    def is_active(self):
        return True

    def close(self):
        pass  # its threads are daemons

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def __del__(self, _warn=warnings.warn):
        if any(thread.is_alive() for thread in self._threads.values()):
            _warn(f'{self.__class__} has registered but not finished child processes', ResourceWarning, source=self)

    def attach_loop(self, loop):
        pass

    def add_child_handler(self, pid, callback, *args):
        thread = threading.Thread(target=self._do_waitpid, name=f'waitpid-{next(self._pid_counter)}',
                                  args=(events.get_running_loop(), pid, callback, args), daemon=True)
        self._threads[pid] = thread
        thread.start()

    def remove_child_handler(self, pid):
        return True

    def _do_waitpid(self, loop, expected_pid, callback, args):
        returncode = _wait(expected_pid, 0, loop)
        if loop.is_closed():
            logger.warning('Loop %r that handles pid %r is closed', loop, expected_pid)
        else:
            loop.call_soon_threadsafe(callback, expected_pid, returncode, *args)
        self._threads.pop(expected_pid)


class BaseChildWatcher(AbstractChildWatcher):
    """Looks for ended processes when SIGCHLD comes, in one loop."""

    def __init__(self):
        self._loop = None
        self._callbacks = {}  # of each pid, with its arguments

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def close(self):
        self._callbacks.clear()
        self.attach_loop(None)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def attach_loop(self, loop):
        if self._loop is not None:
            if loop is None and self._callbacks:
                warnings.warn('A loop is being detached from a child watcher with pending handlers', RuntimeWarning)
            self._loop.remove_signal_handler(signal.SIGCHLD)
        self._loop = loop
        if loop is not None:
            loop.add_signal_handler(signal.SIGCHLD, self._sig_chld)
            self._do_waitpid_all()  # one may have ended meanwhile

    def _sig_chld(self):
        try:
            self._do_waitpid_all()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({'message': 'Unknown exception in SIGCHLD handler', 'exception': exc})


class SafeChildWatcher(BaseChildWatcher):
    """Asks for each process of its own, and leaves others alone."""

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = callback, args
        self._do_waitpid(pid)

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)

    def _do_waitpid(self, pid):
        returncode = _wait(pid, os.WNOHANG, self._loop)
        if returncode is not None:
            callback, args = self._callbacks.pop(pid)
            callback(pid, returncode, *args)


class FastChildWatcher(BaseChildWatcher):
    """Waits for any process, also for those that others have started."""

    def __init__(self):
        super().__init__()
        self._lock = threading.Lock()
        self._zombies = {}  # ended before they were registered
        self._forks = 0

    def close(self):
        self._zombies.clear()
        super().close()

    def __enter__(self):
        with self._lock:
            self._forks += 1
            return self

    def __exit__(self, *exc):
        with self._lock:
            self._forks -= 1
            if self._forks or not self._zombies:
                return
            strangers = str(self._zombies)
            self._zombies.clear()
        logger.warning('Caught subprocesses termination from unknown pids: %s', strangers)

    def add_child_handler(self, pid, callback, *args):
        assert self._forks, 'Must use the context manager'
        with self._lock:
            if pid not in self._zombies:
                self._callbacks[pid] = callback, args
                return
            returncode = self._zombies.pop(pid)
        callback(pid, returncode, *args)

    def _do_waitpid_all(self):
        # One signal may stand for several processes.
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self._ended(pid, os.waitstatus_to_exitcode(status))

    def _ended(self, pid, returncode):
        with self._lock:
            callback, args = self._callbacks.pop(pid, (None, ()))
            if callback is None and self._forks:
                self._zombies[pid] = returncode
                return
        if callback is None:
            logger.warning('Caught subprocess termination from unknown pid: %d -> %d', pid, returncode)
        else:
            callback(pid, returncode, *args)


class MultiLoopChildWatcher(AbstractChildWatcher):
    """Looks for ended processes when SIGCHLD comes, and tells the loop that each was started in."""

    def __init__(self):
        self._callbacks = {}
        self._saved_sighandler = None

    def is_active(self):
        return self._saved_sighandler is not None

    def close(self):
        self._callbacks.clear()
        if self._saved_sighandler is None:
            return
        if signal.getsignal(signal.SIGCHLD) != self._sig_chld:
            logger.warning('SIGCHLD handler was changed by outside code')
        else:
            signal.signal(signal.SIGCHLD, self._saved_sighandler)
        self._saved_sighandler = None

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def attach_loop(self, loop):
        # The policy calls it in the main thread, which alone may do this.
        if self._saved_sighandler is None:
            self._saved_sighandler = signal.signal(signal.SIGCHLD, self._sig_chld)

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = events.get_running_loop(), callback, args
        self._do_waitpid(pid)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _sig_chld(self, signum, frame):
        try:
            for pid in list(self._callbacks):
                self._do_waitpid(pid)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            logger.warning('Unknown exception in SIGCHLD handler', exc_info=True)

    def _do_waitpid(self, pid):
        loop = self._callbacks[pid][0]
        returncode = _wait(pid, os.WNOHANG, loop)
        if returncode is None:
            return
        loop, callback, args = self._callbacks.pop(pid)
        if loop.is_closed():
            logger.warning('Loop %r that handles pid %r is closed', loop, pid)
        else:
            loop.call_soon_threadsafe(callback, pid, returncode, *args)
