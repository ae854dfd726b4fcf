"""Event loops as an interface, and the policy that gives each thread its own."""

__all__ = (
    'AbstractEventLoopPolicy', 'AbstractEventLoop', 'Handle', 'TimerHandle', 'get_event_loop_policy',
    'set_event_loop_policy', 'get_event_loop', 'set_event_loop', 'new_event_loop', '_set_running_loop',
    'get_running_loop', '_get_running_loop', 'get_child_watcher', 'set_child_watcher')

import _thread
from _asyncio import Handle, TimerHandle, _get_running_loop, _set_running_loop, get_running_loop


def _run(self):
    # What a handle does; for tracebacks, which show this line between the loop and the callback.
    self._context.run(self._callback, *self._args)


def _abstract(*names, coroutines=False):
    # Methods of an interface that only say that they are missing.
    def make(name):
        if coroutines:
            async def method(self, *args, **kwargs):
                raise NotImplementedError
        else:
            def method(self, *args, **kwargs):
                raise NotImplementedError
        method.__name__ = name
        return method

    return {name: make(name) for name in names}


class AbstractEventLoop:
    """Abstract event loop."""

    locals().update(_abstract(
        'run_forever', 'run_until_complete', 'stop', 'is_running', 'is_closed', 'close', '_timer_handle_cancelled',
        'call_soon', 'call_later', 'call_at', 'time', 'create_future', 'create_task', 'call_soon_threadsafe',
        'run_in_executor', 'set_default_executor', 'set_task_factory', 'get_task_factory', 'get_exception_handler',
        'set_exception_handler', 'default_exception_handler', 'call_exception_handler', 'get_debug', 'set_debug'))
    locals().update(_abstract(
        'shutdown_asyncgens', 'shutdown_default_executor', 'connect_read_pipe', 'connect_write_pipe', 'subprocess_shell',
        'subprocess_exec', coroutines=True))


class AbstractEventLoopPolicy:
    """Abstract policy for accessing the event loop."""

    locals().update(_abstract('get_event_loop', 'set_event_loop', 'new_event_loop', 'get_child_watcher', 'set_child_watcher'))


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """Each thread has one loop at most; only the main thread gets one without asking for it."""

    _loop_factory = None

    class _Local(_thread._local):
        _loop = None
        _set_called = False

    def __init__(self):
        self._local = self._Local()

    def get_event_loop(self):
        """Get the event loop for the current context."""
        if self._local._loop is not None:
            return self._local._loop
        import threading
        if (not self._local._set_called and threading.current_thread() is threading.main_thread()):
            self.set_event_loop(self.new_event_loop())
        if self._local._loop is None:
            raise RuntimeError('There is no current event loop in thread %r.' % threading.current_thread().name)
        return self._local._loop

    def set_event_loop(self, loop):
        """Set the event loop."""
        self._local._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._local._loop = loop

    def new_event_loop(self):
        """Create a new event loop."""
        return self._loop_factory()


_event_loop_policy = None
_lock = _thread.allocate_lock()


def get_event_loop_policy():
    """Get the current event loop policy."""
    global _event_loop_policy
    if _event_loop_policy is None:
        with _lock:
            if _event_loop_policy is None:
                from . import DefaultEventLoopPolicy
                _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    """Set the current event loop policy; None restores the default one."""
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _event_loop_policy = policy


def get_event_loop():
    """The loop that runs in this thread, or else the policy's."""
    running = _get_running_loop()
    return running if running is not None else get_event_loop_policy().get_event_loop()


_get_event_loop = get_event_loop


def set_event_loop(loop):
    """Equivalent to calling get_event_loop_policy().set_event_loop(loop)."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """Equivalent to calling get_event_loop_policy().new_event_loop()."""
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    """Equivalent to calling get_event_loop_policy().get_child_watcher()."""
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    """Equivalent to calling get_event_loop_policy().set_child_watcher(watcher)."""
    get_event_loop_policy().set_child_watcher(watcher)
