"""The loop that waits for sockets and pipes as well: `_asyncio.EventLoop` waits, by an epoll of the simulated computer, and
puts the handles of what is ready into its queue. What is made of sockets stands in selector_transports and is imported when
it is first needed: most programs have no network."""

__all__ = 'BaseSelectorEventLoop',

from . import base_events, events, tasks


class BaseSelectorEventLoop(base_events.BaseEventLoop):

    def __init__(self, selector=None):
        super().__init__()
        self._transports = {}
        self._open_selector()

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        self._close_selector()
        super().close()

    # Watching descriptors: the reader and the writer of each, in _watched

    def _add_reader(self, fd, callback, *args):
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        reader, writer = self._watched.get(fd, (None, None))
        self._watch(fd, handle, writer)
        if reader is not None:
            reader.cancel()
        return handle

    def _remove_reader(self, fd):
        if self.is_closed() or fd not in self._watched:
            return False
        reader, writer = self._watched[fd]
        self._watch(fd, None, writer)
        if reader is None:
            return False
        reader.cancel()
        return True

    def _add_writer(self, fd, callback, *args):
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        reader, writer = self._watched.get(fd, (None, None))
        self._watch(fd, reader, handle)
        if writer is not None:
            writer.cancel()
        return handle

    def _remove_writer(self, fd):
        if self.is_closed() or fd not in self._watched:
            return False
        reader, writer = self._watched[fd]
        self._watch(fd, reader, None)
        if writer is None:
            return False
        writer.cancel()
        return True

    def _own_descriptor(self, fd):
        # The number of what a program wants to watch, which must not be a transport's.
        if not isinstance(fd, int):
            try:
                fd = int(fd.fileno())
            except (AttributeError, TypeError, ValueError):
                raise ValueError(f'Invalid file object: {fd!r}') from None
        transport = self._transports.get(fd)
        if transport is not None and not transport.is_closing():
            raise RuntimeError(f'File descriptor {fd!r} is used by transport {transport!r}')
        return fd

    def add_reader(self, fd, callback, *args):
        """Call the callback whenever the file can be read."""
        self._add_reader(self._own_descriptor(fd), callback, *args)

    def remove_reader(self, fd):
        """Stop watching the file for reading; says whether it was watched."""
        return self._remove_reader(self._own_descriptor(fd))

    def add_writer(self, fd, callback, *args):
        """Call the callback whenever the file can be written."""
        self._add_writer(self._own_descriptor(fd), callback, *args)

    def remove_writer(self, fd):
        """Stop watching the file for writing; says whether it was watched."""
        return self._remove_writer(self._own_descriptor(fd))

    # Sockets

    def _check_socket(self, sock):
        if self._debug and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')

    def _retry(self, sock, attempt, add, remove):
        # A future for what attempt() gives once it does not raise BlockingIOError.
        future = self.create_future()
        fd = sock.fileno()
        self._own_descriptor(fd)

        def again():
            if future.done():
                return
            try:
                result = attempt()
            except (BlockingIOError, InterruptedError):
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                future.set_exception(exc)
            else:
                future.set_result(result)

        handle = add(fd, again)

        def done(future):
            if not handle.cancelled():
                remove(fd)

        future.add_done_callback(done)
        return future

    async def _attempt(self, sock, attempt, *, writes=False):
        self._check_socket(sock)
        try:
            return attempt()
        except (BlockingIOError, InterruptedError):
            pass
        if writes:
            return await self._retry(sock, attempt, self._add_writer, self._remove_writer)
        return await self._retry(sock, attempt, self._add_reader, self._remove_reader)

    async def sock_recv(self, sock, n):
        """Receive at most so many octets."""
        return await self._attempt(sock, lambda: sock.recv(n))

    async def sock_recv_into(self, sock, buf):
        """Receive octets into a buffer."""
        return await self._attempt(sock, lambda: sock.recv_into(buf))

    async def sock_recvfrom(self, sock, bufsize):
        """Receive a datagram and where it came from."""
        return await self._attempt(sock, lambda: sock.recvfrom(bufsize))

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Receive a datagram into a buffer."""
        return await self._attempt(sock, lambda: sock.recvfrom_into(buf, nbytes or len(buf)))

    async def sock_sendall(self, sock, data):
        """Send all octets."""
        left = memoryview(data).cast('B')
        while left:
            sent = await self._attempt(sock, lambda: sock.send(left), writes=True)
            left = left[sent:]

    async def sock_sendto(self, sock, data, address):
        """Send a datagram."""
        return await self._attempt(sock, lambda: sock.sendto(data, address), writes=True)

    async def sock_accept(self, sock):
        """Accept a connection: the socket and the address."""
        def accept():
            connection, address = sock.accept()
            connection.setblocking(False)
            return connection, address

        return await self._attempt(sock, accept)

    async def sock_connect(self, sock, address):
        """Connect to the address."""
        import socket
        self._check_socket(sock)
        if sock.family == socket.AF_INET:
            host, port = address[:2]
            (*_, address), *_ = await self._ensure_resolved(
                (host, port), family=sock.family, type=sock.type, proto=sock.proto)
        try:
            return sock.connect(address)
        except (BlockingIOError, InterruptedError):
            pass

        def connected():
            number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if number:
                raise OSError(number, f'Connect call failed {address}')

        await self._retry(sock, connected, self._add_writer, self._remove_writer)

    # Names

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        import socket
        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        import socket
        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

    async def _ensure_resolved(self, address, *, family=0, type=0, proto=0, flags=0):
        # Addresses in numbers need no thread that asks for them.
        import socket
        host, port = address[:2]
        if type == 0:
            type = socket.SOCK_STREAM
        if isinstance(host, str) and family in (0, socket.AF_INET) and (port is None or isinstance(port, int)):
            try:
                socket.inet_pton(socket.AF_INET, host)
            except OSError:
                pass
            else:
                own = proto or (socket.IPPROTO_TCP if type == socket.SOCK_STREAM else socket.IPPROTO_UDP)
                return [(socket.AF_INET, type, own, '', (host, port or 0))]
        found = await self.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)
        if not found:
            raise OSError('getaddrinfo() returned empty list')
        return found

    # Connections

    def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
        from .selector_transports import _SelectorSocketTransport
        return _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)

    async def _connect_sock(self, info, local):
        # A socket that is connected with one of a host's addresses.
        import socket
        family, kind, proto, _, address = info
        sock = socket.socket(family=family, type=kind, proto=proto)
        try:
            sock.setblocking(False)
            if local is not None:
                try:
                    sock.bind(local)
                except OSError as exc:
                    text = f'error while attempting to bind on address {local!r}: {exc.strerror.lower()}'
                    raise OSError(exc.errno, text) from None
            await self.sock_connect(sock, address)
            return sock
        except:
            sock.close()
            raise

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                                sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None):
        """Connect to a server; gives the transport and the protocol."""
        import socket
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            problems = []
            for info in await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags):
                try:
                    sock = await self._connect_sock(info, local_addr)
                    break
                except OSError as exc:
                    problems.append(exc)
            if sock is None:
                texts = {str(exc) for exc in problems}
                try:
                    if len(texts) == 1:
                        raise problems[0]
                    raise OSError('Multiple exceptions: {}'.format(', '.join(str(exc) for exc in problems)))
                finally:
                    problems.clear()
        elif sock is None:
            raise ValueError('host and port was not specified and no sock specified')
        elif sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        return await self._create_connection_transport(sock, protocol_factory)

    async def _create_connection_transport(self, sock, protocol_factory):
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_socket_transport(sock, protocol, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                      ssl_shutdown_timeout=None):
        """A transport for a connection that was accepted elsewhere."""
        return await self._create_connection_transport(sock, protocol_factory)

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                     ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Connect to a server of the local family."""
        import os
        import socket
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.setblocking(False)
                await self.sock_connect(sock, os.fspath(path))
            except:
                sock.close()
                raise
        elif sock is None:
            raise ValueError('no path and sock were specified')
        return await self._create_connection_transport(sock, protocol_factory)

    # Servers

    async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100,
                            ssl=None, reuse_address=None, reuse_port=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, start_serving=True):
        """A server that listens on the host's addresses."""
        import socket
        from .server import Server
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            hosts = [None if host == '' else host] if isinstance(host, str) or host is None else host
            sockets = await self._bound_sockets(hosts, port, family, flags, reuse_address is not False, reuse_port)
        elif sock is None:
            raise ValueError('Neither host/port nor sock were specified')
        elif sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        else:
            sockets = [sock]
        return await self._start_server(Server(self, sockets, protocol_factory, ssl, backlog), start_serving)

    async def _start_server(self, server, start_serving):
        for sock in server._sockets:
            sock.setblocking(False)
        if start_serving:
            server._start_serving()
            await tasks.sleep(0)  # so that others may notice
        return server

    async def _bound_sockets(self, hosts, port, family, flags, reuse_address, reuse_port):
        import socket
        found = [await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, flags=flags)
                 for host in hosts]
        sockets = []
        try:
            for family, kind, proto, _, address in dict.fromkeys(info for infos in found for info in infos):
                sock = socket.socket(family, kind, proto)
                sockets.append(sock)
                if reuse_address:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
                try:
                    sock.bind(address)
                except OSError as err:
                    raise OSError(err.errno, 'error while attempting to bind on address %r: %s'
                                  % (address, err.strerror.lower())) from None
            return sockets
        except:
            for sock in sockets:
                sock.close()
            raise

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
        """A server of the local family."""
        import os
        import socket
        from .server import Server
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.bind(os.fspath(path))
            except OSError as exc:
                sock.close()
                if exc.errno == 98:
                    raise OSError(exc.errno, f'Address {path!r} is already in use') from None
                raise
        elif sock is None:
            raise ValueError('path was not specified, and no sock specified')
        return await self._start_server(Server(self, [sock], protocol_factory, ssl, backlog), start_serving)

    def _start_serving(self, protocol_factory, sock, server=None, backlog=100):
        self._add_reader(sock.fileno(), self._accept_connections, protocol_factory, sock, server, backlog)

    def _stop_serving(self, sock):
        self._remove_reader(sock.fileno())
        sock.close()

    def _accept_connections(self, protocol_factory, sock, server, backlog):
        for _ in range(backlog):
            try:
                connection, address = sock.accept()
                connection.setblocking(False)
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            self.create_task(self._serve_connection(protocol_factory, connection, {'peername': address}, server))

    async def _serve_connection(self, protocol_factory, connection, extra, server):
        protocol = transport = None
        try:
            protocol = protocol_factory()
            waiter = self.create_future()
            transport = self._make_socket_transport(connection, protocol, waiter, extra=extra, server=server)
            try:
                await waiter
            except BaseException:
                transport.close()
                raise
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if self._debug:
                context = {'message': 'Error on transport creation for incoming connection', 'exception': exc}
                if protocol is not None:
                    context['protocol'] = protocol
                if transport is not None:
                    context['transport'] = transport
                self.call_exception_handler(context)

    # Datagrams

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                       flags=0, reuse_port=None, allow_broadcast=None, sock=None):
        """A transport of datagrams."""
        import socket
        from .selector_transports import _SelectorDatagramTransport
        remote = None
        if sock is None:
            if not (local_addr or remote_addr or family):
                raise ValueError('unexpected address family')
            resolved = {}
            for which, address in ('local', local_addr), ('remote', remote_addr):
                if address is not None:
                    if not (isinstance(address, tuple) and len(address) == 2):
                        raise TypeError('2-tuple is expected')
                    infos = await self._ensure_resolved(address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags)
                    resolved[which] = infos[0][4]
            sock = socket.socket(family or socket.AF_INET, socket.SOCK_DGRAM, proto)
            try:
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                sock.setblocking(False)
                if 'local' in resolved:
                    sock.bind(resolved['local'])
                if 'remote' in resolved:
                    if not allow_broadcast:
                        await self.sock_connect(sock, resolved['remote'])
                    remote = resolved['remote']
            except:
                sock.close()
                raise
        elif sock.type != socket.SOCK_DGRAM:
            raise ValueError(f'A UDP Socket was expected, got {sock!r}')
        else:
            sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _SelectorDatagramTransport(self, sock, protocol, remote, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol
