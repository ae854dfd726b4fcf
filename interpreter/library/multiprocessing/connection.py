"""Connections: pipes and sockets that carry messages, objects or octets; and listeners for those from elsewhere."""

import io
import itertools
import os
import selectors
import struct
from _spending import pay as _pay

from . import process, reduction, util
from ._system import duplex_pair
from .context import AuthenticationError, BufferTooShort
from .reduction import ForkingPickler

__all__ = ['Client', 'Listener', 'Pipe', 'wait']

BUFSIZE = 8192
# Up to this size, header and message are written at once, so that nobody sees the one without the other.
_WRITTEN_AT_ONCE = 16384


class _ConnectionBase:
    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self._close()

    def _check_closed(self):
        if self._handle is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        if not self._writable:
            raise OSError("connection is read-only")

    def _bad_message_length(self):
        """A message that is refused stays in the stream: nothing more can be read."""
        if self._writable:
            self._readable = False
        else:
            self.close()
        raise OSError("bad message length")

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check_closed()
        return self._handle

    def close(self):
        if self._handle is not None:
            try:
                self._close()
            finally:
                self._handle = None

    def send_bytes(self, buf, offset=0, size=None):
        self._check_closed()
        self._check_writable()
        view = memoryview(buf)
        if view.itemsize > 1:
            view = view.cast('B')
        length = view.nbytes
        if offset < 0:
            raise ValueError("offset is negative")
        if length < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = length - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > length:
            raise ValueError("buffer length < offset + size")
        self._send_bytes(view[offset:offset + size])

    def send(self, obj):
        self._check_closed()
        self._check_writable()
        self._send_bytes(ForkingPickler.dumps(obj))

    def recv_bytes(self, maxlength=None):
        self._check_closed()
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        message = self._recv_bytes(maxlength)
        if message is None:
            self._bad_message_length()
        return message.getvalue()

    def recv_bytes_into(self, buf, offset=0):
        self._check_closed()
        self._check_readable()
        with memoryview(buf) as view:
            octets = view.cast('B') if view.itemsize > 1 else view
            if offset < 0:
                raise ValueError("negative offset")
            if offset > octets.nbytes:
                raise ValueError("offset too large")
            message = self._recv_bytes()
            size = message.tell()
            if octets.nbytes < offset + size:
                raise BufferTooShort(message.getvalue())
            message.seek(0)
            message.readinto(octets[offset:offset + size])
            return size

    def recv(self):
        self._check_closed()
        self._check_readable()
        return ForkingPickler.loads(self._recv_bytes().getbuffer())

    def poll(self, timeout=0.0):
        self._check_closed()
        self._check_readable()
        return self._poll(timeout)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


class Connection(_ConnectionBase):
    """A message is its length, in four octets, and its octets; -1 stands for a length of eight octets that follow."""

    def _close(self, _close=os.close):
        _close(self._handle)

    def _send(self, buf, write=os.write):
        remaining = len(buf)
        while True:
            written = write(self._handle, buf)
            remaining -= written
            if remaining == 0:
                break
            buf = buf[written:]

    def _recv(self, size, read=os.read):
        message = io.BytesIO()
        remaining = size
        while remaining > 0:
            chunk = read(self._handle, remaining)
            if not chunk:
                if remaining == size:
                    raise EOFError
                raise OSError("got end of file during message")
            message.write(chunk)
            remaining -= len(chunk)
        return message

    def _send_bytes(self, buf):
        length = len(buf)
        if length > 0x7fffffff:
            self._send(struct.pack("!i", -1) + struct.pack("!Q", length))
            self._send(buf)
        elif length > _WRITTEN_AT_ONCE:
            self._send(struct.pack("!i", length))
            self._send(buf)
        else:
            self._send(struct.pack("!i", length) + buf)

    def _recv_bytes(self, maxsize=None):
        size, = struct.unpack("!i", self._recv(4).getvalue())
        if size == -1:
            size, = struct.unpack("!Q", self._recv(8).getvalue())
        if maxsize is not None and size > maxsize:
            return None
        return self._recv(size)

    def _poll(self, timeout):
        return bool(wait([self], timeout))


def _rebuild_connection(descriptor, readable, writable):
    return Connection(descriptor.detach(), readable, writable)


def reduce_connection(conn):
    return _rebuild_connection, (reduction.DupFd(conn.fileno()), conn.readable, conn.writable)


reduction.register(Connection, reduce_connection)


def Pipe(duplex=True):
    if duplex:
        one, other = duplex_pair()
        return Connection(one), Connection(other)
    reader, writer = os.pipe()
    return Connection(reader, writable=False), Connection(writer, readable=False)


_MORE_IN_CPYTHON = 900  # nanoseconds an object: waiting for four takes 10 us there


def wait(object_list, timeout=None):
    """Those of the connections, sockets and descriptors that can be read."""
    with selectors.PollSelector() as selector:
        for obj in object_list:
            selector.register(obj, selectors.EVENT_READ)
        _pay(_MORE_IN_CPYTHON * len(selector.get_map()))
        return [key.fileobj for key, _ in selector.select(timeout)]


# --- connections by address ------------------------------------------------------------------------------------------

_numbers = itertools.count()
default_family = 'AF_UNIX'
families = ['AF_INET', 'AF_UNIX']


def arbitrary_address(family):
    if family == 'AF_INET':
        return ('localhost', 0)
    if family == 'AF_UNIX':
        return os.path.join(util.get_temp_dir(), 'listener-%d-%d' % (os.getpid(), next(_numbers)))
    raise ValueError('unrecognized family')


def address_type(address):
    if type(address) is tuple:
        return 'AF_INET'
    if type(address) is str:
        return 'AF_UNIX'
    raise ValueError('address type of %r unrecognized' % address)


def _check_authkey(authkey):
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')


class Listener:
    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        import socket
        family = family or (address and address_type(address)) or default_family
        address = address or arbitrary_address(family)
        _check_authkey(authkey)
        self._authkey = authkey
        self._last_accepted = None
        self._socket = socket.socket(getattr(socket, family))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(address)
            self._socket.listen(backlog)
        except OSError:
            self._socket.close()
            raise
        self._address = self._socket.getsockname()
        self._unlink = None
        if family == 'AF_UNIX':
            self._unlink = util.Finalize(self, _unlink_quietly, args=(address,), exitpriority=0)

    def accept(self):
        if self._socket is None:
            raise OSError('listener is closed')
        accepted, self._last_accepted = self._socket.accept()
        connection = Connection(accepted.detach())
        _authenticate(connection, self._authkey, deliver_challenge, answer_challenge)
        return connection

    def close(self):
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            if self._unlink is not None:
                self._unlink()

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def _unlink_quietly(path):
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


def Client(address, family=None, authkey=None):
    import socket
    _check_authkey(authkey)
    with socket.socket(getattr(socket, family or address_type(address))) as connecting:
        connecting.connect(address)
        connection = Connection(connecting.detach())
    _authenticate(connection, authkey, answer_challenge, deliver_challenge)
    return connection


def _authenticate(connection, authkey, *steps):
    if authkey is None:
        return
    try:
        for step in steps:
            step(connection, authkey)
    except BaseException:
        connection.close()
        raise


# Each side shows that it knows the key, without telling it.
MESSAGE_LENGTH = 20
CHALLENGE, WELCOME, FAILURE = b'#CHALLENGE#', b'#WELCOME#', b'#FAILURE#'


def _digest(authkey, message):
    import hmac
    return hmac.new(authkey, message, 'md5').digest()


def deliver_challenge(connection, authkey):
    message = os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(CHALLENGE + message)
    if connection.recv_bytes(256) == _digest(authkey, message):
        connection.send_bytes(WELCOME)
    else:
        connection.send_bytes(FAILURE)
        raise AuthenticationError('digest received was wrong')


def answer_challenge(connection, authkey):
    message = connection.recv_bytes(256)
    assert message.startswith(CHALLENGE), 'message = %r' % message
    connection.send_bytes(_digest(authkey, message[len(CHALLENGE):]))
    if connection.recv_bytes(256) != WELCOME:
        raise AuthenticationError('digest sent was rejected')
