"""Processes as objects. How one is started and waited for is the matter of its Popen (popen_*.py)."""

import os
import signal
import sys
import threading
from itertools import count

from ._system import PAGES_OF_BOOTSTRAP, PAGES_OF_END, StartingUp, begin_own_work, copy_pages

__all__ = ['BaseProcess', 'current_process', 'active_children', 'parent_process']

try:
    ORIGINAL_DIR = os.path.abspath(os.getcwd())
except OSError:
    ORIGINAL_DIR = None


def current_process():
    return _current_process


def parent_process():
    return _parent_process


def active_children():
    _forget_finished()
    return list(_children)


def _forget_finished():
    for process in list(_children):
        popen = process._popen
        if popen is not None and popen.poll() is not None:
            _children.discard(process)


class BaseProcess:
    _start_method = None

    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        parent = _current_process
        self._identity = parent._identity + (next(_process_counter),)
        self._config = parent._config.copy()
        self._parent_pid = os.getpid()
        self._parent_name = parent.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or '%s-%s' % (type(self).__name__, ':'.join(map(str, self._identity)))
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        """What the process does; subclasses may do something else than to call `target`."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._check_closed()
        assert self._popen is None, 'cannot start a process twice'
        assert self._parent_pid == os.getpid(), 'can only start a process object created by current process'
        assert not _current_process._config.get('daemon'), 'daemonic processes are not allowed to have children'
        _forget_finished()
        with StartingUp():
            self._popen = self._Popen(self)
        self._sentinel = self._popen.sentinel
        # The target may hold the process: what is only the child's is let go of.
        del self._target, self._args, self._kwargs
        _children.add(self)

    def terminate(self):
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        self._check_closed()
        assert self._parent_pid == os.getpid(), 'can only join a child process'
        assert self._popen is not None, 'can only join a started process'
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        self._check_closed()
        if self is _current_process:
            return True
        assert self._parent_pid == os.getpid(), 'can only test a child process'
        return self._is_running()

    def _is_running(self):
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            self._popen.close()
            self._popen = None
            del self._sentinel
            _children.discard(self)
        self._closed = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), 'name must be a string'
        self._name = name

    @property
    def daemon(self):
        return self._config.get('daemon', False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, 'process has already started'
        self._config['daemon'] = daemonic

    @property
    def authkey(self):
        return self._config['authkey']

    @authkey.setter
    def authkey(self, authkey):
        self._config['authkey'] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        """None while it runs; minus the signal's number when one has ended it."""
        self._check_closed()
        return self._popen and self._popen.poll()

    @property
    def ident(self):
        self._check_closed()
        if self is _current_process:
            return os.getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        """A descriptor that becomes readable when the process ends."""
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    def _status(self):
        """How it is shown: a word, and the exit code when there is one."""
        if self is _current_process:
            return 'started', None
        if self._closed:
            return 'closed', None
        if self._parent_pid != os.getpid():
            return 'unknown', None
        if self._popen is None:
            return 'initial', None
        exitcode = self._popen.poll()
        return ('started' if exitcode is None else 'stopped'), exitcode

    def __repr__(self):
        status, exitcode = self._status()
        parts = [type(self).__name__, 'name=%r' % self._name]
        if self._popen is not None:
            parts.append('pid=%s' % self._popen.pid)
        parts += ['parent=%s' % self._parent_pid, status]
        if exitcode is not None:
            parts.append('exitcode=%s' % _exitcode_name(exitcode))
        if self.daemon:
            parts.append('daemon')
        return '<%s>' % ' '.join(parts)

    # What follows is called in the new process.

    def _bootstrap(self, parent_sentinel=None):
        """Becomes the current process, runs, cleans up; gives the exit code."""
        from . import util
        copy_pages(PAGES_OF_BOOTSTRAP)
        try:
            self._become_current(parent_sentinel)
            util.info('child process calling self.run()')
            try:
                begin_own_work()
                self.run()
                exitcode = 0
            finally:
                util._exit_function()
        except SystemExit as request:
            exitcode = _exitcode_of(request)
        except:
            exitcode = 1
            import traceback
            sys.stderr.write('Process %s:\n' % self.name)
            traceback.print_exc()
        finally:
            threading._shutdown()
            util.info('process exiting with exitcode %d' % exitcode)
            util._flush_std_streams()
        copy_pages(PAGES_OF_END)
        return exitcode

    def _become_current(self, parent_sentinel):
        global _current_process, _parent_process, _process_counter, _children
        from . import context, util
        if self._start_method is not None:
            context._force_start_method(self._start_method)
        _process_counter = count(1)
        _children = set()
        util._close_stdin()
        _current_process = self
        _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
        self._after_fork()

    @staticmethod
    def _after_fork():
        from . import util
        util._finalizer_registry.clear()
        util._run_after_forkers()


def _exitcode_of(request):
    if request.code is None:
        return 0
    if isinstance(request.code, int):
        return request.code
    sys.stderr.write(str(request.code) + '\n')
    return 1


def _exitcode_name(exitcode):
    if exitcode < 0:
        try:
            return '-' + signal.Signals(-exitcode).name
        except ValueError:
            pass
    return exitcode


class AuthenticationString(bytes):
    def __reduce__(self):
        from .context import get_spawning_popen
        if get_spawning_popen() is None:
            raise TypeError('Pickling an AuthenticationString object is disallowed for security reasons')
        return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
    """What the child knows of its parent: name, pid, and a descriptor that tells when it is gone."""

    def __init__(self, name, pid, sentinel):
        self._identity = ()
        self._config = {}
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._sentinel = sentinel

    def is_alive(self):
        from .connection import wait
        return not wait([self._sentinel], timeout=0)

    def join(self, timeout=None):
        from .connection import wait
        wait([self._sentinel], timeout=timeout)

    @property
    def ident(self):
        return self._pid

    pid = ident


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity = ()
        self._config = {'authkey': AuthenticationString(os.urandom(32)), 'semprefix': '/mp'}
        self._name = 'MainProcess'
        self._parent_pid = None
        self._popen = None
        self._closed = False

    def close(self):
        pass


_parent_process = None
_current_process = _MainProcess()
_process_counter = count(1)
_children = set()
