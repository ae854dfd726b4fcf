"""The event loop of Unix, and the policy that makes it."""

__all__ = 'SelectorEventLoop', 'DefaultEventLoopPolicy'

import _signal as signal

from . import coroutines, events, selector_events


class _UnixSelectorEventLoop(selector_events.BaseSelectorEventLoop):
    """Unix event loop."""

    def __init__(self, selector=None):
        super().__init__()
        self._signal_handlers = {}

    def close(self):
        super().close()
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)

    def add_signal_handler(self, sig, callback, *args):
        """Have the loop call something each time a signal comes."""
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_signal(sig)
        self._check_closed()
        if not signal._is_main_thread():
            raise RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')
        try:
            signal.signal(sig, self._handle_signal)
        except OSError as error:
            raise RuntimeError(f'sig {sig} cannot be caught') from error
        self._signal_handlers[sig] = events.Handle(callback, args, self, None)

    def remove_signal_handler(self, sig):
        """Remove a handler for a signal; says whether there was one."""
        self._check_signal(sig)
        if self._signal_handlers.pop(sig, None) is None:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def _handle_signal(self, sig, frame=None):
        handle = self._signal_handlers.get(sig)
        if handle is not None and not self.is_closed():
            # Also ends the loop's wait.
            self.call_soon_threadsafe(handle._callback, *handle._args, context=handle._context)

    def _check_signal(self, sig):
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        if sig not in signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """UNIX event loop policy."""

    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
