"""The event loop of Unix, and the policy that makes it."""

__all__ = 'SelectorEventLoop', 'DefaultEventLoopPolicy'

import _signal as signal

from . import coroutines, events, log, selector_events

_PIPE, _STDOUT = -1, -2  # subprocess.PIPE and STDOUT: that module is imported with the first process


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

    # Pipes

    async def connect_read_pipe(self, protocol_factory, pipe):
        """A transport for the reading end of a pipe."""
        from .pipe_transports import _UnixReadPipeTransport
        return await self._connect_pipe(_UnixReadPipeTransport, 'Read', protocol_factory(), pipe)

    async def connect_write_pipe(self, protocol_factory, pipe):
        """A transport for the writing end of a pipe."""
        from .pipe_transports import _UnixWritePipeTransport
        return await self._connect_pipe(_UnixWritePipeTransport, 'Write', protocol_factory(), pipe)

    async def _connect_pipe(self, transport_type, direction, protocol, pipe):
        waiter = self.create_future()
        transport = transport_type(self, pipe, protocol, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        if self._debug:
            log.logger.debug('%s pipe %r connected: (%r, %r)', direction, pipe.fileno(), transport, protocol)
        return transport, protocol

    # Processes

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=_PIPE, stdout=_PIPE, stderr=_PIPE, shell=True, **kwargs):
        """Have a shell run a command line; gives a transport and the protocol."""
        if not isinstance(cmd, (bytes, str)):
            raise ValueError('cmd must be a string')
        if not shell:
            raise ValueError('shell must be True')
        return await self._start_process(protocol_factory, f'run shell command {cmd!r}', cmd, True, stdin, stdout, stderr,
                                         **kwargs)

    async def subprocess_exec(self, protocol_factory, program, *args, stdin=_PIPE, stdout=_PIPE, stderr=_PIPE, shell=False,
                              **kwargs):
        """Run a program with arguments; gives a transport and the protocol."""
        if shell:
            raise ValueError('shell must be False')
        return await self._start_process(protocol_factory, f'execute program {program!r}', (program, *args), False, stdin,
                                         stdout, stderr, **kwargs)

    async def _start_process(self, protocol_factory, what, args, shell, stdin, stdout, stderr, universal_newlines=False,
                             bufsize=0, encoding=None, errors=None, text=None, **kwargs):
        # Streams of octets, which the loop buffers.
        if universal_newlines:
            raise ValueError('universal_newlines must be False')
        if bufsize != 0:
            raise ValueError('bufsize must be 0')
        if text:
            raise ValueError('text must be False')
        for name, value in ('encoding', encoding), ('errors', errors):
            if value is not None:
                raise ValueError(f'{name} must be None')
        protocol = protocol_factory()
        if self._debug:
            log.logger.debug(' '.join([what, *_shown_streams(stdin, stdout, stderr)]))
        transport = await self._make_subprocess_transport(protocol, args, shell, stdin, stdout, stderr, bufsize, **kwargs)
        if self._debug:
            log.logger.info('%s: %r', what, transport)
        return transport, protocol

    async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None, **kwargs):
        from .base_subprocess import _UnixSubprocessTransport
        with events.get_child_watcher() as watcher:
            if not watcher.is_active():
                raise RuntimeError('asyncio.get_child_watcher() is not activated, subprocess support is not installed.')
            waiter = self.create_future()
            transport = _UnixSubprocessTransport(self, protocol, args, shell, stdin, stdout, stderr, bufsize,
                                                 waiter=waiter, extra=extra, **kwargs)
            watcher.add_child_handler(transport.get_pid(), self._child_watcher_callback, transport)
            try:
                await waiter
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                transport.close()
                await transport._wait()
                raise
        return transport

    def _child_watcher_callback(self, pid, returncode, transport):
        # A turn later: what the process has written comes first.
        self.call_soon_threadsafe(self.call_soon, transport._process_exited, returncode)


def _shown_streams(stdin, stdout, stderr):
    shown = {_PIPE: '<pipe>', _STDOUT: '<stdout>'}
    if stdout is not None and stderr == _STDOUT:
        streams = ('stdin', stdin), ('stdout=stderr', stdout)
    else:
        streams = ('stdin', stdin), ('stdout', stdout), ('stderr', stderr)
    return [f'{name}={shown.get(value, repr(value))}' for name, value in streams if value is not None]


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """UNIX event loop policy."""

    _loop_factory = _UnixSelectorEventLoop
    _watcher = None

    def set_event_loop(self, loop):
        super().set_event_loop(loop)
        if self._watcher is not None and signal._is_main_thread():
            self._watcher.attach_loop(loop)

    def get_child_watcher(self):
        """What waits for processes: a ThreadedChildWatcher, unless another was set."""
        if self._watcher is None:
            from .child_watchers import ThreadedChildWatcher
            with events._lock:
                if self._watcher is None:
                    self._watcher = ThreadedChildWatcher()
        return self._watcher

    def set_child_watcher(self, watcher):
        """Have another watcher wait for processes."""
        from .child_watchers import AbstractChildWatcher
        assert watcher is None or isinstance(watcher, AbstractChildWatcher)
        if self._watcher is not None:
            self._watcher.close()
        self._watcher = watcher


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy


def __getattr__(name):
    if name.endswith('ChildWatcher'):
        from . import child_watchers
        if name in child_watchers.__all__:
            return getattr(child_watchers, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
