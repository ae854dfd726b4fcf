"""Requests, requests ready to be sent, and responses."""

import datetime
import http.client
import json as _json
from urllib.parse import urlencode, urlsplit, urlunsplit

from .auth import HTTPBasicAuth
from .cookies import RequestsCookieJar, cookiejar_from_dict
from .exceptions import (
    ChunkedEncodingError, ConnectionError, HTTPError, InvalidJSONError, InvalidURL, JSONDecodeError, MissingSchema,
    ReadTimeout, StreamConsumedError)
from .structures import CaseInsensitiveDict
from .utils import get_encoding_from_headers, requote_uri

REDIRECT_STATI = 301, 302, 303, 307, 308
DEFAULT_REDIRECT_LIMIT = 30
CONTENT_CHUNK_SIZE = 10 * 1024
ITER_CHUNK_SIZE = 512


def _encode_parameters(data):
    # As it stands in a URL or a form: names and values, several of one name, or text as it is.
    if isinstance(data, (str, bytes)):
        return data if isinstance(data, str) else data.decode()
    pairs = []
    for name, values in (data.items() if hasattr(data, 'items') else data):
        for value in [values] if isinstance(values, (str, bytes)) or not hasattr(values, '__iter__') else values:
            if value is not None:
                pairs.append((name, value))
    return urlencode(pairs)


def _encode_files(files, data):
    # multipart/form-data: (octets, content type).
    boundary = 'e1f2a9c4d5b6478099aabbccddeeff00'
    parts = []
    for name, value in (data.items() if hasattr(data, 'items') else data or ()):
        parts.append((f'form-data; name="{name}"', None, value if isinstance(value, bytes) else str(value).encode()))
    for name, given in (files.items() if hasattr(files, 'items') else files):
        given = given if isinstance(given, tuple) else (getattr(given, 'name', name), given)
        file_name, content, *kind = given
        content = content.read() if hasattr(content, 'read') else content
        content = content.encode() if isinstance(content, str) else content
        file_name = str(file_name).rpartition('/')[2]
        parts.append((f'form-data; name="{name}"; filename="{file_name}"', kind[0] if kind else None, content))
    body = b''
    for disposition, kind, content in parts:
        body += f'--{boundary}\r\nContent-Disposition: {disposition}\r\n'.encode()
        body += (f'Content-Type: {kind}\r\n' if kind else '').encode() + b'\r\n' + content + b'\r\n'
    return body + f'--{boundary}--\r\n'.encode(), f'multipart/form-data; boundary={boundary}'


class Request:
    """What a program wants; prepare() makes it ready."""

    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                 hooks=None, json=None):
        self.method, self.url, self.headers, self.files = method, url, headers or {}, files or []
        self.data, self.json, self.params = data or [], json, params or {}
        self.auth, self.cookies, self.hooks = auth, cookies, hooks or {}

    def __repr__(self):
        return f'<Request [{self.method}]>'

    def prepare(self):
        prepared = PreparedRequest()
        prepared.prepare(self.method, self.url, self.headers, self.files, self.data, self.params, self.auth, self.cookies,
                         self.hooks, self.json)
        return prepared


class PreparedRequest:
    """Exactly what is sent."""

    def __init__(self):
        self.method = self.url = self.headers = self.body = None
        self.hooks = {}

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'

    def prepare(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                hooks=None, json=None):
        self.method = method.upper() if method else None
        self.prepare_url(url, params)
        self.headers = CaseInsensitiveDict(headers)
        self.prepare_cookies(cookies)
        self.prepare_body(data, files, json)
        self.prepare_auth(auth)
        self.hooks = hooks or {}

    def prepare_url(self, url, params):
        url = (url.decode('utf8') if isinstance(url, bytes) else str(url)).lstrip()
        if ':' in url and not url.lower().startswith('http'):
            self.url = url
            return
        parts = urlsplit(url)
        if not parts.scheme:
            raise MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
        if not parts.hostname:
            raise InvalidURL(f'Invalid URL {url!r}: No host supplied')
        given = _encode_parameters(params or {})
        query = '&'.join(filter(None, (parts.query, given)))
        self.url = requote_uri(urlunsplit((parts.scheme.lower(), parts.netloc, parts.path or '/', query, parts.fragment)))

    @property
    def path_url(self):
        """Path and query, as the request line has them."""
        parts = urlsplit(self.url)
        return (parts.path or '/') + ('?' + parts.query if parts.query else '')

    def prepare_cookies(self, cookies):
        self._cookies = cookies if isinstance(cookies, RequestsCookieJar) else cookiejar_from_dict(cookies)
        if cookies and 'Cookie' not in self.headers:
            self.headers['Cookie'] = '; '.join(f'{name}={value}' for name, value in cookies.items())

    def prepare_body(self, data, files, json=None):
        body = kind = None
        if not data and json is not None:
            kind = 'application/json'
            try:
                body = _json.dumps(json, allow_nan=False).encode('utf-8')
            except ValueError as problem:
                raise InvalidJSONError(problem, request=self) from problem
        if files:
            body, kind = _encode_files(files, data)
        elif data:
            plain = isinstance(data, (str, bytes)) or hasattr(data, 'read')
            if plain or hasattr(data, '__iter__') and not isinstance(data, (dict, list, tuple)):
                body = data.encode('utf-8') if isinstance(data, str) else data
            else:
                body, kind = _encode_parameters(data), 'application/x-www-form-urlencoded'
        if isinstance(body, (str, bytes)):
            self.headers['Content-Length'] = str(len(body))
        elif body is not None:
            self.headers['Transfer-Encoding'] = 'chunked'
        elif self.method not in ('GET', 'HEAD'):
            self.headers['Content-Length'] = '0'
        if kind and 'content-type' not in self.headers:
            self.headers['Content-Type'] = kind
        self.body = body

    def prepare_auth(self, auth):
        if isinstance(auth, tuple) and len(auth) == 2:
            auth = HTTPBasicAuth(*auth)
        if auth:
            self.__dict__.update(auth(self).__dict__)

    def copy(self):
        copy = PreparedRequest()
        copy.__dict__.update(self.__dict__, headers=self.headers.copy())
        return copy


class Response:
    """What the server answered."""

    def __init__(self):
        self._content = None
        self._content_consumed = False
        self._release = None
        self.status_code = self.raw = self.url = self.encoding = self.reason = self.request = None
        self.headers = CaseInsensitiveDict()
        self.history = []
        self.cookies = RequestsCookieJar()
        self.elapsed = datetime.timedelta(0)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __repr__(self):
        return f'<Response [{self.status_code}]>'

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    @property
    def ok(self):
        """Whether the status tells of no error."""
        return self.status_code < 400

    @property
    def is_redirect(self):
        return 'location' in self.headers and self.status_code in REDIRECT_STATI

    @property
    def is_permanent_redirect(self):
        return 'location' in self.headers and self.status_code in (301, 308)

    @property
    def apparent_encoding(self):
        """A guess by the content."""
        if self.content.isascii():
            return 'ascii'
        try:
            self.content.decode('utf-8')
            return 'utf-8'
        except UnicodeDecodeError:
            return 'ISO-8859-1'

    def _pieces(self, size):
        # The content as it comes; the connection is given back behind the last piece.
        decoder = None
        if self.headers.get('content-encoding') in ('gzip', 'deflate'):
            import zlib
            decoder = zlib.decompressobj(47)
        count = 0
        try:
            while piece := self.raw.read(size):
                count += len(piece)
                piece = decoder.decompress(piece) if decoder else piece
                if piece:
                    yield piece
            if self.raw.length:  # as urllib3 does it since its version 2
                raise http.client.IncompleteRead(b' ' * count, self.raw.length)
        except http.client.IncompleteRead as problem:
            raise ChunkedEncodingError(('Connection broken: ' + repr(problem), problem), request=self.request) from problem
        except TimeoutError as problem:
            parts = urlsplit(self.url)
            port = parts.port or (443 if parts.scheme == 'https' else 80)
            raise ConnectionError(f"HTTPConnectionPool(host={parts.hostname!r}, port={port}): Read timed out.",
                                  request=self.request) from problem
        except OSError as problem:
            raise ChunkedEncodingError((f'Connection broken: {problem!r}', problem), request=self.request) from problem
        self._content_consumed = True
        self._give_back()

    def _give_back(self):
        release, self._release = self._release, None
        if release:
            release()

    def iter_content(self, chunk_size=1, decode_unicode=False):
        """The content in pieces of so many octets."""
        if self._content_consumed and isinstance(self._content, bool):
            raise StreamConsumedError()
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f'chunk_size must be an int, it is instead a {type(chunk_size)}.')
        size = chunk_size or CONTENT_CHUNK_SIZE
        if self._content is not None:
            pieces = (self._content[i:i + size] for i in range(0, len(self._content), size))
        else:
            pieces = self._pieces(size)
        if decode_unicode and self.encoding:
            return (piece.decode(self.encoding, 'replace') for piece in pieces)
        return pieces

    def iter_lines(self, chunk_size=ITER_CHUNK_SIZE, decode_unicode=False, delimiter=None):
        """The lines of the content."""
        pending = None
        for piece in self.iter_content(chunk_size, decode_unicode):
            if pending is not None:
                piece = pending + piece
            lines = piece.split(delimiter) if delimiter else piece.splitlines()
            pending = lines.pop() if lines and lines[-1] and lines[-1][-1] == piece[-1] else None
            yield from lines
        if pending is not None:
            yield pending

    @property
    def content(self):
        """The whole content."""
        if self._content is None:
            if self._content_consumed:
                raise RuntimeError('The content for this response was already consumed')
            self._content = b''.join(self._pieces(CONTENT_CHUNK_SIZE)) if self.raw else b''
        return self._content

    @property
    def text(self):
        """The content as text."""
        if not self.content:
            return ''
        try:
            return str(self.content, self.encoding or self.apparent_encoding, errors='replace')
        except LookupError:
            return str(self.content, errors='replace')

    def json(self, **kwargs):
        """The value of the JSON text."""
        try:
            text = self.content.decode('utf-8') if not self.encoding else self.text
            return _json.loads(text, **kwargs)
        except _json.JSONDecodeError as problem:
            raise JSONDecodeError(problem.msg, problem.doc, problem.pos)

    @property
    def links(self):
        found = {}
        for part in filter(None, (self.headers.get('link') or '').split(',')):
            url, *parameters = part.split(';')
            link = {'url': url.strip('<> \'"')}
            for parameter in parameters:
                name, _, value = parameter.partition('=')
                link[name.strip(' \'"')] = value.strip(' \'"')
            found[link.get('rel') or link['url']] = link
        return found

    def raise_for_status(self):
        """HTTPError if the status tells of an error."""
        if not 400 <= self.status_code < 600:
            return
        who = 'Client' if self.status_code < 500 else 'Server'
        raise HTTPError(f'{self.status_code} {who} Error: {self.reason} for url: {self.url}', response=self)

    def close(self):
        """Give the connection up."""
        if not self._content_consumed and self.raw is not None:
            self.raw.close()
        self._release = None


def make_response(request, answer, release):
    """The Response to a request, from the answer of http.client."""
    response = Response()
    response.status_code = answer.status
    for name, value in answer.getheaders():
        response.headers[name] = f'{response.headers[name]}, {value}' if name in response.headers else value
    response.encoding = get_encoding_from_headers(response.headers)
    response.reason = answer.reason
    response.raw = answer
    response.url = request.url
    response.request = request
    response._release = release
    return response
