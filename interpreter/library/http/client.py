"""HTTP/1.1 as a client speaks it."""

import collections.abc
import io
import re
import socket
import sys
from http import HTTPStatus
from urllib.parse import urlsplit

__all__ = ['HTTPResponse', 'HTTPConnection', 'HTTPException', 'NotConnected', 'UnknownProtocol', 'UnknownTransferEncoding',
           'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL', 'ImproperConnectionState', 'CannotSendRequest',
           'CannotSendHeader', 'ResponseNotReady', 'BadStatusLine', 'LineTooLong', 'RemoteDisconnected', 'error',
           'responses', 'HTTPSConnection']

HTTP_PORT = 80
HTTPS_PORT = 443
_UNKNOWN = 'UNKNOWN'
_CS_IDLE = 'Idle'
_CS_REQ_STARTED = 'Request-started'
_CS_REQ_SENT = 'Request-sent'

globals().update(HTTPStatus.__members__)
responses = {status: status.phrase for status in HTTPStatus.__members__.values()}

_MAXLINE = 65536
_MAXHEADERS = 100
_METHODS_EXPECTING_BODY = {'PATCH', 'POST', 'PUT'}

_header_name = re.compile(rb'[^:\s][^:\r\n]*').fullmatch
_bad_header_value = re.compile(rb'\n(?![ \t])|\r(?![ \t\n])').search
_bad_in_url = re.compile('[\x00-\x20\x7f]')
_bad_in_method = re.compile('[\x00-\x1f]')


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = version,
        self.version = version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = '' if self.expected is None else f', {self.expected} more expected'
        return f'{self.__class__.__name__}({len(self.partial)} bytes read{more})'

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = line,
        self.line = line


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        HTTPException.__init__(self, f'got more than {_MAXLINE} bytes when reading {line_type}')


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *args, **kwargs):
        BadStatusLine.__init__(self, '')
        ConnectionResetError.__init__(self, *args, **kwargs)


error = HTTPException


class HTTPMessage:
    """Header fields in their order, by name in any case."""

    def __init__(self, fields=()):
        self._headers = list(fields)

    def __len__(self):
        return len(self._headers)

    def __contains__(self, name):
        name = name.lower()
        return any(name == known.lower() for known, _ in self._headers)

    def __iter__(self):
        return iter([name for name, _ in self._headers])

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        self._headers.append((name, value))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [(known, value) for known, value in self._headers if known.lower() != name]

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0):
        """The fields as text, with the empty line behind them."""
        return ''.join(f'{name}: {value}\n' for name, value in self._headers) + '\n'

    def __bytes__(self):
        return self.as_string().encode('latin-1', 'replace')

    as_bytes = __bytes__

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return list(self._headers)

    def raw_items(self):
        return iter(list(self._headers))

    def get(self, name, failobj=None):
        """The first field of that name."""
        name = name.lower()
        for known, value in self._headers:
            if known.lower() == name:
                return value
        return failobj

    def get_all(self, name, failobj=None):
        """All fields of that name."""
        name = name.lower()
        return [value for known, value in self._headers if known.lower() == name] or failobj

    def getallmatchingheaders(self, name):
        return [f'{known}: {value}\n' for known, value in self._headers if known.lower() == name.lower()]

    def add_header(self, name, value, **parameters):
        parts = [] if value is None else [value]
        for key, each in parameters.items():
            key = key.replace('_', '-')
            parts.append(key if each is None else f'{key}="{each}"')
        self[name] = '; '.join(parts)

    def replace_header(self, name, value):
        for i, (known, _) in enumerate(self._headers):
            if known.lower() == name.lower():
                self._headers[i] = known, value
                return
        raise KeyError(name)

    def get_content_type(self):
        """What kind of content it is: 'text/plain' unless the fields say otherwise."""
        kind = (self.get('content-type') or '').partition(';')[0].strip().lower()
        return kind if kind.count('/') == 1 else self.get_default_type()

    def get_default_type(self):
        return 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().partition('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().partition('/')[2]

    def get_params(self, failobj=None, header='content-type', unquote=True):
        """The field's value and its parameters: [(name, value), ...]."""
        value = self.get(header)
        if value is None:
            return failobj
        found = []
        for part in value.split(';'):
            name, _, given = part.strip().partition('=')
            given = given.strip()
            if unquote and given[:1] == given[-1:] == '"' and len(given) > 1:
                given = given[1:-1]
            found.append((name.strip(), given))
        return found

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        for name, value in self.get_params((), header, unquote):
            if name.lower() == param.lower():
                return value
        return failobj

    def get_content_charset(self, failobj=None):
        """The encoding that the content type names."""
        charset = self.get_param('charset')
        return failobj if charset is None else charset.lower()

    def get_boundary(self, failobj=None):
        return self.get_param('boundary', failobj)

    def get_filename(self, failobj=None):
        return self.get_param('filename', self.get_param('name', failobj), 'content-disposition')


def _read_headers(fp):
    # The lines of the header fields, with the empty one that ends them.
    lines = []
    while True:
        line = fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('header line')
        lines.append(line)
        if len(lines) > _MAXHEADERS:
            raise HTTPException(f'got more than {_MAXHEADERS} headers')
        if line in (b'\r\n', b'\n', b''):
            return lines


def parse_headers(fp, _class=HTTPMessage):
    """Read header fields from a binary file."""
    message = _class()
    last = None
    for line in _read_headers(fp):
        text = line.decode('iso-8859-1').rstrip('\r\n')
        if not text:
            break
        if text[0] in ' \t':
            if last is not None:
                last = last[0], last[1] + '\r\n' + text
                message._headers[-1] = last
            continue
        name, colon, value = text.partition(':')
        if not colon:
            break
        last = name, value.strip(' \t')
        message._headers.append(last)
    return message


class HTTPResponse(io.BufferedIOBase):
    """What the server answers: status, header fields, and a file of the content."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile('rb')
        self.debuglevel = debuglevel
        self._method = method
        self.headers = self.msg = None
        self.version = _UNKNOWN
        self.status = _UNKNOWN
        self.reason = _UNKNOWN
        self.chunked = _UNKNOWN
        self.chunk_left = _UNKNOWN
        self.length = _UNKNOWN
        self.will_close = _UNKNOWN

    def _read_status(self):
        line = str(self.fp.readline(_MAXLINE + 1), 'iso-8859-1')
        if len(line) > _MAXLINE:
            raise LineTooLong('status line')
        if not line:
            raise RemoteDisconnected('Remote end closed connection without response')
        version, _, rest = line.strip().partition(' ')
        status, _, reason = rest.strip().partition(' ')
        if not version.startswith('HTTP/'):
            self._close_conn()
            raise BadStatusLine(line)
        try:
            number = int(status)
        except ValueError:
            raise BadStatusLine(line) from None
        if not 100 <= number <= 999:
            raise BadStatusLine(line)
        return version, number, reason.strip()

    def begin(self):
        """Read what stands before the content."""
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != CONTINUE:
                break
            _read_headers(self.fp)
        self.code = self.status = status
        self.reason = reason
        if version in ('HTTP/1.0', 'HTTP/0.9'):
            self.version = 10
        elif version.startswith('HTTP/1.'):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        self.chunked = (self.headers.get('transfer-encoding') or '').lower() == 'chunked'
        self.chunk_left = None
        self.will_close = self._check_close()
        self.length = None if self.chunked else self._content_length()
        if status in (NO_CONTENT, NOT_MODIFIED) or 100 <= status < 200 or self._method == 'HEAD':
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _content_length(self):
        try:
            length = int(self.headers.get('content-length'))
        except (TypeError, ValueError):
            return None
        return length if length >= 0 else None

    def _check_close(self):
        connection = (self.headers.get('connection') or '').lower()
        if self.version == 11:
            return 'close' in connection
        if self.headers.get('keep-alive') or 'keep-alive' in connection:
            return False
        return 'keep-alive' not in (self.headers.get('proxy-connection') or '').lower()

    def _close_conn(self):
        fp, self.fp = self.fp, None
        fp.close()

    def close(self):
        try:
            super().close()
        finally:
            if self.fp:
                self._close_conn()

    def flush(self):
        super().flush()
        if self.fp:
            self.fp.flush()

    def readable(self):
        """Always True."""
        return True

    def isclosed(self):
        """Whether everything has been read."""
        return self.fp is None

    def read(self, amt=None):
        """Read the content, or at most so many octets of it."""
        if self.fp is None:
            return b''
        if self._method == 'HEAD':
            self._close_conn()
            return b''
        if amt is not None and amt < 0:
            amt = None
        if self.chunked:
            return self._read_chunked(amt)
        if amt is None:
            if self.length is None:
                content = self.fp.read()
            else:
                try:
                    content = self._safe_read(self.length)
                except IncompleteRead:
                    self._close_conn()
                    raise
                self.length = 0
            self._close_conn()
            return content
        if self.length is not None and amt > self.length:
            amt = self.length
        content = self.fp.read(amt)
        self._count(len(content), amt)
        return content

    def readinto(self, b):
        """Read as much as fits."""
        if self.fp is None:
            return 0
        if self._method == 'HEAD':
            self._close_conn()
            return 0
        if self.chunked:
            content = self._read_chunked(len(b))
            b[:len(content)] = content
            return len(content)
        with memoryview(b) as view:
            room = len(view) if self.length is None else min(len(view), self.length)
            count = self.fp.readinto(view[:room])
        self._count(count, room)
        return count

    def _count(self, count, wanted):
        # So many octets of the content have been read.
        if not count and wanted:
            self._close_conn()
        elif self.length is not None:
            self.length -= count
            if not self.length:
                self._close_conn()

    def _safe_read(self, amt):
        content = self.fp.read(amt)
        if len(content) < amt:
            raise IncompleteRead(content, amt - len(content))
        return content

    def _next_chunk(self):
        # What is left of the chunk; None: that was all.
        if self.chunk_left:
            return self.chunk_left
        if self.chunk_left is not None:
            self._safe_read(2)  # the end of the line behind the chunk
        line = self.fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('chunk size')
        try:
            left = int(line.partition(b';')[0], 16)
        except ValueError:
            self._close_conn()
            raise IncompleteRead(b'') from None
        if left == 0:
            while self.fp.readline(_MAXLINE + 1) not in (b'\r\n', b'\n', b''):
                pass  # the trailer
            self._close_conn()
            left = None
        self.chunk_left = left
        return left

    def _read_chunked(self, amt):
        pieces = []
        try:
            while amt is None or amt > 0:
                left = self._next_chunk()
                if left is None:
                    break
                piece = self._safe_read(left if amt is None else min(left, amt))
                pieces.append(piece)
                self.chunk_left -= len(piece)
                if amt is not None:
                    amt -= len(piece)
            return b''.join(pieces)
        except IncompleteRead as problem:
            raise IncompleteRead(b''.join(pieces) + problem.partial, problem.expected) from None

    def read1(self, n=-1):
        """Read what one reading below gives."""
        if self.fp is None or self._method == 'HEAD':
            return b''
        if self.chunked:
            left = self._next_chunk()
            return b'' if left is None else self._read_chunked(left if n < 0 else min(left, n))
        if self.length is not None and (n < 0 or n > self.length):
            n = self.length
        content = self.fp.read1(n)
        self._count(len(content), n)
        return content

    def peek(self, n=-1):
        """What can be read next, without reading it."""
        if self.fp is None or self._method == 'HEAD' or self.chunked:
            return b''
        return self.fp.peek(n)

    def readline(self, limit=-1):
        """Read a line."""
        if self.fp is None or self._method == 'HEAD':
            return b''
        if self.chunked:
            return super().readline(limit)
        if self.length is not None and (limit < 0 or limit > self.length):
            limit = self.length
        line = self.fp.readline(limit)
        self._count(len(line), limit)
        return line

    def fileno(self):
        return self.fp.fileno()

    def getheader(self, name, default=None):
        """The value of a header field, of several joined by commas."""
        if self.headers is None:
            raise ResponseNotReady()
        found = self.headers.get_all(name) or default
        if isinstance(found, str) or not hasattr(found, '__iter__'):
            return found
        return ', '.join(found)

    def getheaders(self):
        """All header fields as pairs."""
        if self.headers is None:
            raise ResponseNotReady()
        return self.headers.items()

    def __iter__(self):
        return self

    def info(self):
        """The header fields."""
        return self.headers

    def geturl(self):
        """The URL that was answered, as far as urllib has said it."""
        return self.url

    def getcode(self):
        """The status."""
        return self.status


class HTTPConnection:
    """A connection to a server: one request after the other."""

    _http_vsn = 11
    _http_vsn_str = 'HTTP/1.1'
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
        self.timeout = timeout
        self.source_address = source_address
        self.blocksize = blocksize
        self.sock = None
        self._buffer = []
        self.__response = None
        self.__state = _CS_IDLE
        self._method = None
        self._tunnel_host = None
        self.host, self.port = self._get_hostport(host, port)
        if _bad_in_url.search(self.host):
            raise InvalidURL(f"URL can't contain control characters. {self.host!r} "
                             f'(found at least {_bad_in_url.search(self.host).group()!r})')
        self._create_connection = socket.create_connection

    def _get_hostport(self, host, port):
        if port is None:
            colon = host.rfind(':')
            if colon > host.rfind(']'):
                try:
                    port = int(host[colon + 1:])
                except ValueError:
                    if host[colon + 1:]:
                        raise InvalidURL(f"nonnumeric port: '{host[colon + 1:]}'") from None
                    port = self.default_port
                host = host[:colon]
            else:
                port = self.default_port
        if host.startswith('[') and host.endswith(']'):
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def connect(self):
        """Connect to the server."""
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        try:
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            pass

    def close(self):
        """Close the connection."""
        self.__state = _CS_IDLE
        sock, self.sock = self.sock, None
        try:
            if sock:
                sock.close()
        finally:
            response, self.__response = self.__response, None
            if response:
                response.close()

    def send(self, data):
        """Send octets, or all that a file or an iterable gives."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if hasattr(data, 'read'):
            for piece in self._read_file(data):
                self.sock.sendall(piece)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not isinstance(data, collections.abc.Iterable):
                raise TypeError(f'data should be a bytes-like object or an iterable, got {type(data)!r}') from None
            for piece in data:
                self.sock.sendall(piece)

    def _read_file(self, file):
        as_text = isinstance(file, io.TextIOBase)
        while piece := file.read(self.blocksize):
            yield piece.encode('iso-8859-1') if as_text else piece

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        """Begin a request."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _CS_IDLE:
            raise CannotSendRequest(self.__state)
        self.__state = _CS_REQ_STARTED
        self._method = method
        if found := _bad_in_method.search(method):
            raise ValueError(f"method can't contain control characters. {method!r} (found at least {found.group()!r})")
        url = url or '/'
        if found := _bad_in_url.search(url):
            raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least {found.group()!r})")
        self._buffer.append(f'{method} {url} {self._http_vsn_str}'.encode('ascii'))
        if self._http_vsn != 11:
            return
        if not skip_host:
            self.putheader('Host', self._host_field(url))
        if not skip_accept_encoding:
            self.putheader('Accept-Encoding', 'identity')

    def _host_field(self, url):
        place = urlsplit(url).netloc if url.startswith('http') else ''
        if place:
            return place.encode('ascii')
        host = f'[{self.host}]' if ':' in self.host else self.host
        return (host if self.port == self.default_port else f'{host}:{self.port}').encode('idna' if not host.isascii() else 'ascii')

    def putheader(self, header, *values):
        """Add a header field."""
        if self.__state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        name = header.encode('ascii') if hasattr(header, 'encode') else header
        if not _header_name(name):
            raise ValueError(f'Invalid header name {name!r}')
        parts = []
        for value in values:
            if hasattr(value, 'encode'):
                value = value.encode('latin-1')
            elif isinstance(value, int):
                value = str(value).encode('ascii')
            if _bad_header_value(value):
                raise ValueError(f'Invalid header value {value!r}')
            parts.append(value)
        self._buffer.append(name + b': ' + b'\r\n\t'.join(parts))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        """End the header fields, and send them with the content."""
        if self.__state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        self.__state = _CS_REQ_SENT
        self._buffer.extend((b'', b''))
        head = b'\r\n'.join(self._buffer)
        self._buffer.clear()
        self.send(head)
        if message_body is None:
            return
        if hasattr(message_body, 'read'):
            pieces = self._read_file(message_body)
        else:
            try:
                memoryview(message_body)
                pieces = (message_body,)
            except TypeError:
                try:
                    pieces = iter(message_body)
                except TypeError:
                    raise TypeError('message_body should be a bytes-like object or an iterable, '
                                    f'got {type(message_body)!r}') from None
        for piece in pieces:
            if not piece:
                continue
            if encode_chunked and self._http_vsn == 11:
                piece = f'{len(piece):X}\r\n'.encode('ascii') + piece + b'\r\n'
            self.send(piece)
        if encode_chunked and self._http_vsn == 11:
            self.send(b'0\r\n\r\n')

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Send a whole request."""
        given = {name.lower() for name in headers}
        self.putrequest(method, url, skip_host='host' in given, skip_accept_encoding='accept-encoding' in given)
        if 'content-length' not in given:
            if 'transfer-encoding' not in given:
                encode_chunked = False
                length = self._get_content_length(body, method)
                if length is not None:
                    self.putheader('Content-Length', str(length))
                elif body is not None:
                    encode_chunked = True
                    self.putheader('Transfer-Encoding', 'chunked')
        else:
            encode_chunked = False
        for name, value in headers.items():
            self.putheader(name, value)
        if isinstance(body, str):
            body = self._encode(body)
        self.endheaders(body, encode_chunked=encode_chunked)

    @staticmethod
    def _encode(body):
        try:
            return body.encode('latin-1')
        except UnicodeEncodeError as problem:
            raise UnicodeEncodeError(
                problem.encoding, problem.object, problem.start, problem.end,
                f'body ({problem.object[problem.start:problem.end]:.20}) is not valid Latin-1. '
                'Use body.encode(\'utf-8\') if you want to send it encoded in UTF-8.') from None

    @staticmethod
    def _get_content_length(body, method):
        if body is None:
            return 0 if method.upper() in _METHODS_EXPECTING_BODY else None
        if hasattr(body, 'read'):
            return None
        try:
            return memoryview(body).nbytes
        except TypeError:
            return len(body) if isinstance(body, str) else None

    def getresponse(self):
        """Read the answer to the request."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _CS_REQ_SENT or self.__response:
            raise ResponseNotReady(self.__state)
        response = self.response_class(self.sock, method=self._method)
        try:
            try:
                response.begin()
            except ConnectionError:
                self.close()
                raise
            self.__state = _CS_IDLE
            if response.will_close:
                self.close()
            else:
                self.__response = response
            return response
        except:
            response.close()
            raise


class HTTPSConnection(HTTPConnection):
    """The same with encryption, which the simulated network only pretends."""

    default_port = HTTPS_PORT

    def __init__(self, host, port=None, key_file=None, cert_file=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT,
                 source_address=None, *, context=None, check_hostname=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize=blocksize)
        import ssl
        self.key_file = key_file
        self.cert_file = cert_file
        self._context = context or ssl._create_default_https_context()

    def connect(self):
        super().connect()
        self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)
