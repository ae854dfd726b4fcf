"""Protocols: what a program does with a connection, as methods that its transport calls."""

__all__ = 'BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol'


class BaseProtocol:
    """What all protocols have: the beginning, the end, and whether to write on."""

    __slots__ = ()

    def connection_made(self, transport):
        """The connection is there."""

    def connection_lost(self, exc):
        """The connection is gone; exc says why, None: as it should be."""

    def pause_writing(self):
        """The transport holds more than it should."""

    def resume_writing(self):
        """There is room again."""


class Protocol(BaseProtocol):
    """Of a stream."""

    __slots__ = ()

    def data_received(self, data):
        """Octets have come."""

    def eof_received(self):
        """The other side sends no more; true: the transport stays open for writing."""


class BufferedProtocol(BaseProtocol):
    """Of a stream that is read into the protocol's own buffers."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """A buffer to read into."""

    def buffer_updated(self, nbytes):
        """So many octets are in the buffer."""

    def eof_received(self):
        """The other side sends no more."""


class DatagramProtocol(BaseProtocol):
    """Of datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram has come."""

    def error_received(self, exc):
        """Sending or receiving has failed."""


class SubprocessProtocol(BaseProtocol):
    """Of a process."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The process has written to a pipe."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe is gone."""

    def process_exited(self):
        """The process has ended."""
