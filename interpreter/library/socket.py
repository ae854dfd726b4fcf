"""Sockets: connections between programs, over the native ones of `_socket`."""

import io
import os
import sys
import _socket
from _socket import *
from enum import IntEnum, IntFlag

__all__ = ['AddressFamily', 'AddressInfo', 'MsgFlag', 'SocketIO', 'SocketKind', 'create_connection', 'create_server',
           'fromfd', 'getaddrinfo', 'getfqdn', 'has_dualstack_ipv6', 'socketpair']
__all__.extend(name for name in dir(_socket) if not name.startswith('_'))


def _members(prefix):
    return lambda name: name.isupper() and name.startswith(prefix)


IntEnum._convert_('AddressFamily', __name__, _members('AF_'))
IntEnum._convert_('SocketKind', __name__, _members('SOCK_'))
IntFlag._convert_('MsgFlag', __name__, _members('MSG_'))
IntFlag._convert_('AddressInfo', __name__, _members('AI_'))

EBADF, EAGAIN, EWOULDBLOCK = 9, 11, 11
_retry_errors = {EAGAIN, EWOULDBLOCK}
_NO_TIMEOUT = _GLOBAL_DEFAULT_TIMEOUT = object()


def _named(value, kind):
    # The constant with that value; a number that has no name stays a number.
    try:
        return kind(value)
    except ValueError:
        return value


class socket(_socket.socket):
    """A socket. Files made of it keep it open until they are closed, too."""

    __slots__ = ['__weakref__', '_io_refs', '_closed']

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            family = AF_INET if family == -1 else family
            type = SOCK_STREAM if type == -1 else type
            proto = 0 if proto == -1 else proto
        _socket.socket.__init__(self, family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        if not self._closed:
            self.close()

    def __repr__(self):
        closed = getattr(self, '_closed', False)
        parts = [f'fd={self.fileno()}', f'family={self.family}', f'type={self.type}', f'proto={self.proto}']
        if not closed:
            for name, ask in ('laddr', self.getsockname), ('raddr', self.getpeername):
                try:
                    address = ask()
                except (error, AttributeError):
                    continue
                if address:
                    parts.append(f'{name}={address}')
        kind = self.__class__
        return f"<{kind.__module__}.{kind.__qualname__}{' [closed]' if closed else ''} {', '.join(parts)}>"

    def __getstate__(self):
        raise TypeError(f'cannot pickle {self.__class__.__name__!r} object')

    def dup(self):
        """A new socket that shares the connection."""
        copy = self.__class__(self.family, self.type, self.proto, fileno=_socket.dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def accept(self):
        """Wait for a connection: a new socket for it, and the address of the other end."""
        fd, address = self._accept()
        connection = socket(self.family, self.type, self.proto, fileno=fd)
        if getdefaulttimeout() is None and self.gettimeout():
            connection.setblocking(True)
        return connection, address

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        """A file that reads from the socket, writes to it, or both."""
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        raw = SocketIO(self, ('r' if reading else '') + ('w' if writing else ''))
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if 'b' not in mode:
                raise ValueError('unbuffered streams must be binary')
            return raw
        if reading and writing:
            file = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            file = io.BufferedReader(raw, buffering)
        else:
            file = io.BufferedWriter(raw, buffering)
        if 'b' in mode:
            return file
        text = io.TextIOWrapper(file, encoding, errors, newline)
        text.mode = mode
        return text

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None):
        """Sends several buffers as one message."""
        if ancdata:
            raise NotImplementedError('gilsim has no ancillary data')
        message = b''.join([memoryview(buffer) for buffer in buffers])
        return self.send(message, flags) if address is None else self.sendto(message, flags, address)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0):
        """Receives a message: (octets, ancillary data, flags, address)."""
        if ancbufsize < 0:
            raise ValueError('invalid ancillary data buffer length')
        data, address = self.recvfrom(bufsize, flags)
        return data, [], 0, address

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0):
        """The same into several buffers; gives the number of octets in place of them."""
        views = [memoryview(buffer).cast('B') for buffer in buffers]
        if any(view.readonly for view in views):
            raise TypeError('recvmsg_into() argument 1 must be an iterable of single-segment read-write bytes-like objects')
        data, address = self.recvfrom(sum(map(len, views)), flags)
        start = 0
        for view in views:
            piece = data[start:start + len(view)]
            view[:len(piece)] = piece
            start += len(piece)
        return len(data), [], 0, address

    def sendfile(self, file, offset=0, count=None):
        """Send what stands in a binary file from offset on; says how many octets."""
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if self.type != SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None and not isinstance(count, int):
            raise TypeError(f'count must be a positive integer (got {count!r})')
        if count is not None and count <= 0:
            raise ValueError(f'count must be a positive integer (got {count!r})')
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        sent = 0
        try:
            while count is None or sent < count:
                piece = file.read(8192 if count is None else min(8192, count - sent))
                if not piece:
                    break
                self.sendall(piece)
                sent += len(piece)
            return sent
        finally:
            if sent and hasattr(file, 'seek'):
                file.seek(offset + sent)

    _sendfile_use_send = sendfile

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self, _close=_socket.socket.close):
        _close(self)

    def close(self):
        """Close the socket, once the files made of it are closed as well."""
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        """Close the socket object without its descriptor, which is the result."""
        self._closed = True
        return super().detach()

    @property
    def family(self):
        """The address family."""
        return _named(super().family, AddressFamily)

    @property
    def type(self):
        """The kind of socket."""
        return _named(super().type, SocketKind)

    def get_inheritable(self):
        """Whether programs that are started get the descriptor."""
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        """Choose whether programs that are started get the descriptor."""
        os.set_inheritable(self.fileno(), inheritable)


def fromfd(fd, family, type, proto=0):
    """A socket of a copy of the descriptor."""
    return socket(family, type, proto, _socket.dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected with each other."""
    ends = _socket.socketpair(AF_UNIX if family is None else family, type, proto)
    return tuple(socket(end.family, end.type, end.proto, end.detach()) for end in ends)


class SocketIO(io.RawIOBase):
    """The raw file under socket.makefile()."""

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw', 'rb', 'wb', 'rwb'):
            raise ValueError(f'invalid mode: {mode!r}')
        io.RawIOBase.__init__(self)
        self._sock = sock
        self._mode = mode if 'b' in mode else mode + 'b'
        self._reading = 'r' in mode
        self._writing = 'w' in mode
        self._timeout_occurred = False

    def readinto(self, b):
        """Read at most so many octets as fit; None: nothing has come to a non-blocking socket."""
        self._checkClosed()
        self._checkReadable()
        if self._timeout_occurred:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(b)
        except timeout:
            self._timeout_occurred = True
            raise
        except error as problem:
            if problem.errno in _retry_errors:
                return None
            raise

    def write(self, b):
        """Write as much as the socket takes; None: a non-blocking one takes nothing now."""
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(b)
        except error as problem:
            if problem.errno in _retry_errors:
                return None
            raise

    def readable(self):
        """True if the file is open for reading."""
        self._require_open()
        return self._reading

    def writable(self):
        """True if the file is open for writing."""
        self._require_open()
        return self._writing

    def seekable(self):
        """False: what came is gone."""
        self._require_open()
        return super().seekable()

    def _require_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')

    def fileno(self):
        """The descriptor of the socket."""
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        """Close the file; the socket goes with the last of its files."""
        if self.closed:
            return
        io.RawIOBase.close(self)
        self._sock._decref_socketios()
        self._sock = None


def getfqdn(name=''):
    """The full name of a computer; of this one without an argument."""
    name = name.strip()
    if not name or name in ('0.0.0.0', '::'):
        name = gethostname()
    try:
        known, aliases, _ = gethostbyaddr(name)
    except error:
        return name
    return next((each for each in (known, *aliases) if '.' in each), known)


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """Connect to (host, port), trying each of the host's addresses."""
    host, port = address
    failures = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(target)
            failures.clear()
            return sock
        except error as problem:
            if not all_errors:
                failures.clear()
            failures.append(problem)
            if sock is not None:
                sock.close()
    if not failures:
        raise error('getaddrinfo returns an empty list')
    try:
        if not all_errors:
            raise failures[0]
        raise ExceptionGroup('create_connection failed', failures)
    finally:
        failures.clear()


def has_dualstack_ipv6():
    """Whether one socket can listen for IPv4 and IPv6; the simulated computer has IPv4 only."""
    return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that is bound to the address and listens."""
    if reuse_port and not hasattr(_socket, 'SO_REUSEPORT'):
        raise ValueError('SO_REUSEPORT not supported on this platform')
    if dualstack_ipv6:
        raise ValueError('dualstack_ipv6 not supported on this platform')
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        try:
            sock.bind(address)
        except error as problem:
            text = f'{problem.strerror} (while attempting to bind on address {address!r})'
            raise error(problem.errno, text) from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except error:
        sock.close()
        raise


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """The addresses of a host: (family, type, proto, canonical name, address) of each."""
    return [(_named(family, AddressFamily), _named(kind, SocketKind), proto, name, address)
            for family, kind, proto, name, address in _socket.getaddrinfo(host, port, family, type, proto, flags)]
