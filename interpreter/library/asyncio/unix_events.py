"""The event loop of Unix, and the policy that makes it."""

__all__ = 'SelectorEventLoop', 'DefaultEventLoopPolicy'

from . import coroutines, events, selector_events


class _UnixSelectorEventLoop(selector_events.BaseSelectorEventLoop):
    """Unix event loop."""

    def __init__(self, selector=None):
        super().__init__()
        self._signal_handlers = {}

    def add_signal_handler(self, sig, callback, *args):
        """Remembers what a signal would call; no signal ever comes to a simulated process."""
        import signal
        import threading
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_signal(sig)
        self._check_closed()
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')
        if sig in (signal.SIGKILL, signal.SIGSTOP):
            raise RuntimeError(f'sig {sig} cannot be caught')
        self._signal_handlers[sig] = events.Handle(callback, args, self, None)

    def remove_signal_handler(self, sig):
        """Remove a handler for a signal; says whether there was one."""
        self._check_signal(sig)
        return self._signal_handlers.pop(sig, None) is not None

    def _check_signal(self, sig):
        import signal
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        if sig not in signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """UNIX event loop policy."""

    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
