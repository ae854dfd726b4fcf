"""What sends prepared requests: pools of connections that stay open between requests."""

import http.client
import socket
from threading import Lock
from urllib.parse import urlsplit

from .exceptions import ConnectionError, ConnectTimeout, ReadTimeout

DEFAULT_POOLSIZE = 10
DEFAULT_RETRIES = 0


class BaseAdapter:
    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError


class _Pool:
    # The idle connections to one server.

    def __init__(self, kind, host, port, most):
        self.kind, self.host, self.port, self.most = kind, host, port, most
        self.idle = []
        self.lock = Lock()

    def __str__(self):
        return f"{self.kind.__name__}Pool(host={self.host!r}, port={self.port})"

    def take(self):
        with self.lock:
            while self.idle:
                connection = self.idle.pop()
                if not _was_closed(connection.sock):
                    return connection
                connection.close()
        return self.kind(self.host, self.port)

    def give_back(self, connection):
        with self.lock:
            if connection.sock is not None and len(self.idle) < self.most:
                self.idle.append(connection)
                return
        connection.close()

    def close(self):
        with self.lock:
            while self.idle:
                self.idle.pop().close()


def _was_closed(sock):
    # Whether the server has closed an idle connection: nothing else can have come.
    import select
    return sock is None or bool(select.select([sock], [], [], 0)[0])


class HTTPAdapter(BaseAdapter):
    """Sends requests by http.client."""

    def __init__(self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE, max_retries=DEFAULT_RETRIES,
                 pool_block=False):
        self.max_retries = max_retries
        self._pool_maxsize = pool_maxsize
        self._pools = {}
        self._lock = Lock()

    def _pool(self, url):
        parts = urlsplit(url)
        kind = http.client.HTTPSConnection if parts.scheme == 'https' else http.client.HTTPConnection
        key = parts.scheme, parts.hostname, parts.port or kind.default_port
        with self._lock:
            if key not in self._pools:
                self._pools[key] = _Pool(kind, *key[1:], self._pool_maxsize)
            return self._pools[key]

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        """Send the request; gives an answer of http.client and a function that gives its connection back."""
        connect_timeout, read_timeout = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        pool = self._pool(request.url)
        connection = pool.take()
        try:
            self._connect(pool, connection, connect_timeout, request)
            connection.sock.settimeout(read_timeout)
            headers = dict(request.headers.items())
            connection.request(request.method, request.path_url, request.body, headers,
                               encode_chunked='Transfer-Encoding' in headers)
            answer = connection.getresponse()
        except TimeoutError:
            connection.close()
            raise ReadTimeout(f'{pool}: Read timed out. (read timeout={read_timeout})', request=request) from None
        except (OSError, http.client.HTTPException) as problem:
            connection.close()
            if isinstance(problem, ConnectionError):
                raise
            raise ConnectionError(('Connection aborted.', problem), request=request) from problem
        except:
            connection.close()
            raise
        return answer, lambda: pool.give_back(connection)

    @staticmethod
    def _connect(pool, connection, timeout, request):
        if connection.sock is not None:
            return
        connection.timeout = timeout
        words = f'{pool}: Max retries exceeded with url: {request.path_url}'
        shown = f'<urllib3.connection.{pool.kind.__name__} object at {id(connection):#x}>'
        try:
            connection.connect()
        except TimeoutError as problem:
            if timeout is None:
                raise ConnectionError(f'{words} (Caused by NewConnectionError(\'{shown}: Failed to establish a new '
                                      f'connection: {problem}\'))', request=request) from problem
            raise ConnectTimeout(f"{words} (Caused by ConnectTimeoutError({shown}, 'Connection to {pool.host} timed out. "
                                 f"(connect timeout={timeout})'))", request=request) from None
        except OSError as problem:
            raise ConnectionError(f'{words} (Caused by NewConnectionError(\'{shown}: Failed to establish a new '
                                  f'connection: {problem}\'))', request=request) from problem

    def close(self):
        for pool in self._pools.values():
            pool.close()
        self._pools.clear()
