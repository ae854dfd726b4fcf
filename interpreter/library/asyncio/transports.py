"""Transports as an interface: what protocols and streams ask of a connection."""

__all__ = 'BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport', 'SubprocessTransport'


def _abstract(*names):
    def make(name):
        def method(self, *args, **kwargs):
            raise NotImplementedError
        method.__name__ = name
        return method

    return {name: make(name) for name in names}


class BaseTransport:
    """Base class for transports."""

    __slots__ = '_extra',

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """What else is known: 'peername', 'sockname', 'socket' ..."""
        return self._extra.get(name, default)

    locals().update(_abstract('is_closing', 'close', 'set_protocol', 'get_protocol'))


class ReadTransport(BaseTransport):
    """Transports that can be read from."""

    __slots__ = ()
    locals().update(_abstract('is_reading', 'pause_reading', 'resume_reading'))


class WriteTransport(BaseTransport):
    """Transports that can be written to."""

    __slots__ = ()
    locals().update(_abstract(
        'set_write_buffer_limits', 'get_write_buffer_size', 'get_write_buffer_limits', 'write', 'write_eof',
        'can_write_eof', 'abort'))

    def writelines(self, list_of_data):
        """Write several pieces."""
        self.write(b''.join(list_of_data))


class Transport(ReadTransport, WriteTransport):
    """Both."""

    __slots__ = ()


class DatagramTransport(BaseTransport):
    """Transports of datagrams."""

    __slots__ = ()
    locals().update(_abstract('sendto', 'abort'))


class SubprocessTransport(BaseTransport):
    """Transports of processes."""

    __slots__ = ()
    locals().update(_abstract('get_pid', 'get_returncode', 'get_pipe_transport', 'send_signal', 'terminate', 'kill'))


class _FlowControlMixin(Transport):
    """Tells the protocol when more is waiting to be written than should be."""

    __slots__ = '_loop', '_protocol_paused', '_high_water', '_low_water'

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        self._loop = loop
        self._protocol_paused = False
        self._set_write_buffer_limits()

    def _tell_protocol(self, name):
        try:
            getattr(self._protocol, name)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                'message': f'protocol.{name}() failed', 'exception': exc, 'transport': self, 'protocol': self._protocol})

    def _maybe_pause_protocol(self):
        if self.get_write_buffer_size() > self._high_water and not self._protocol_paused:
            self._protocol_paused = True
            self._tell_protocol('pause_writing')

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell_protocol('resume_writing')

    def get_write_buffer_limits(self):
        return self._low_water, self._high_water

    def _set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
        self._high_water = high
        self._low_water = low

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_write_buffer_limits(high=high, low=low)
        self._maybe_pause_protocol()

    def get_write_buffer_size(self):
        raise NotImplementedError
