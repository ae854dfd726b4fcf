"""Opening URLs: openers are rows of handlers, each of which knows a protocol, an error or what to add to a request."""

__all__ = ['AbstractHTTPHandler', 'BaseHandler', 'ContentTooShortError', 'DataHandler', 'HTTPDefaultErrorHandler',
           'HTTPError', 'HTTPErrorProcessor', 'HTTPHandler', 'HTTPRedirectHandler', 'HTTPSHandler', 'OpenerDirector',
           'ProxyHandler', 'Request', 'URLError', 'UnknownHandler', 'build_opener', 'getproxies', 'install_opener',
           'pathname2url', 'url2pathname', 'urlcleanup', 'urlopen', 'urlretrieve']

import http.client
import io
import os
import re
import socket
import sys
import urllib.parse
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit
from urllib.response import addclosehook, addinfourl

__version__ = '%d.%d' % sys.version_info[:2]

_opener = None


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, cafile=None, capath=None, cadefault=False, context=None):
    """Open a URL, a str or a Request; data is sent by POST."""
    global _opener
    if context is not None:
        return build_opener(HTTPSHandler(context=context)).open(url, data, timeout)
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def install_opener(opener):
    """The opener that urlopen() uses from now on."""
    global _opener
    _opener = opener


_temporary_files = []


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copy a URL's content to a file: (its name, the header fields)."""
    with urlopen(url, data) as source:
        headers = source.info()
        if filename:
            target = open(filename, 'wb')
        else:
            import tempfile
            target = tempfile.NamedTemporaryFile(delete=False)
            filename = target.name
            _temporary_files.append(filename)
        size = int(headers['Content-Length']) if 'content-length' in headers else -1
        read = blocks = 0
        with target:
            if reporthook:
                reporthook(blocks, 8192, size)
            while block := source.read(8192):
                read += len(block)
                target.write(block)
                blocks += 1
                if reporthook:
                    reporthook(blocks, 8192, size)
    if 0 <= read < size:
        raise ContentTooShortError(f'retrieval incomplete: got only {read} out of {size} bytes', (filename, headers))
    return filename, headers


def urlcleanup():
    """Remove the files of urlretrieve(), and forget the opener."""
    global _opener
    for name in _temporary_files:
        try:
            os.unlink(name)
        except OSError:
            pass
    _temporary_files.clear()
    _opener = None


def url2pathname(pathname):
    return unquote(pathname)


def pathname2url(pathname):
    return quote(pathname)


def getproxies():
    """The simulated network has no proxies."""
    return {}


class Request:
    """What is asked: URL, content, header fields, method."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self._data = None
        self.data = data
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = origin_req_host or urlsplit(self.full_url).hostname or ''
        self.unverifiable = unverifiable
        self.timeout = None
        if method:
            self.method = method

    @property
    def full_url(self):
        return f'{self._full_url}#{self.fragment}' if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        url = url.strip()
        if url.startswith('<') and url.endswith('>'):
            url = url[1:-1].strip()
        self._full_url, _, self.fragment = url.removeprefix('URL:').partition('#')
        self.fragment = self.fragment or None
        self.type, colon, rest = self._full_url.partition(':')
        if not colon or not re.fullmatch('[A-Za-z0-9+.-]*', self.type) or not self.type:
            raise ValueError(f'unknown url type: {self.full_url!r}')
        self.type = self.type.lower()
        self.host, self.selector = None, rest
        if rest.startswith('//'):
            host, slash, selector = re.fullmatch('//([^/?#]*)(.?)(.*)', rest, re.DOTALL).groups()
            selector = slash + selector
            self.host = unquote(host)
            self.selector = selector if selector.startswith('/') or not selector else '/' + selector

    @full_url.deleter
    def full_url(self):
        self._full_url = self.fragment = None
        self.selector = ''

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            if self.has_header('Content-length'):
                self.remove_header('Content-length')

    @data.deleter
    def data(self):
        self.data = None

    def get_method(self):
        """The method: GET, or POST when there is content."""
        return getattr(self, 'method', 'GET' if self.data is None else 'POST')

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, name):
        return name in self.headers or name in self.unredirected_hdrs

    def get_header(self, name, default=None):
        return self.headers.get(name, self.unredirected_hdrs.get(name, default))

    def remove_header(self, name):
        self.headers.pop(name, None)
        self.unredirected_hdrs.pop(name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())

    def has_proxy(self):
        return False


class OpenerDirector:
    """Asks its handlers, in their order, by the names of their methods."""

    def __init__(self):
        self.addheaders = [('User-agent', 'Python-urllib/' + __version__)]
        self.handlers = []

    def add_handler(self, handler):
        if not hasattr(handler, 'add_parent'):
            raise TypeError(f'expected BaseHandler instance, got {type(handler)!r}')
        handler.add_parent(self)
        self.handlers.append(handler)
        self.handlers.sort(key=lambda each: each.handler_order)

    def _first(self, name, *args):
        for handler in self.handlers:
            if method := getattr(handler, name, None):
                if (result := method(*args)) is not None:
                    return result

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """Open a URL, a str or a Request."""
        if isinstance(fullurl, str):
            request = Request(fullurl, data)
        else:
            request = fullurl
            if data is not None:
                request.data = data
        request.timeout = timeout
        protocol = request.type
        for handler in self.handlers:
            if prepare := getattr(handler, protocol + '_request', None):
                request = prepare(request)
        response = self._first('default_open', request)
        if response is None:
            response = self._first(protocol + '_open', request)
        if response is None:
            response = self._first('unknown_open', request)
        for handler in self.handlers:
            if finish := getattr(handler, protocol + '_response', None):
                response = finish(request, response)
        return response

    def error(self, proto, request, response, code, msg, headers):
        """Ask the handlers of an HTTP error; the default one raises it."""
        result = self._first(f'http_error_{code}', request, response, code, msg, headers)
        if result is None:
            result = self._first('http_error_default', request, response, code, msg, headers)
        return result

    def close(self):
        pass


def build_opener(*handlers):
    """An opener with the usual handlers, less those that the given ones stand for."""
    opener = OpenerDirector()
    usual = [UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, HTTPErrorProcessor, DataHandler,
             HTTPSHandler]
    for kind in usual:
        if not any(issubclass(each, kind) if isinstance(each, type) else isinstance(each, kind) for each in handlers):
            opener.add_handler(kind())
    for each in handlers:
        opener.add_handler(each() if isinstance(each, type) else each)
    return opener


class BaseHandler:
    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass

    def __lt__(self, other):
        return self.handler_order < getattr(other, 'handler_order', self.handler_order + 1)


class HTTPErrorProcessor(BaseHandler):
    """What is no success goes to the handlers of errors."""
    handler_order = 1000

    def http_response(self, request, response):
        if not 200 <= response.code < 300:
            response = self.parent.error('http', request, response, response.code, response.msg, response.info())
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    """Follows the field Location, ten times at most."""
    max_repeats = 4
    max_redirections = 10
    inf_msg = 'The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n'

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The request that follows a redirection."""
        method = req.get_method()
        if not (method in ('GET', 'HEAD') and code in (301, 302, 303, 307, 308)
                or method == 'POST' and code in (301, 302, 303)):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {name: value for name, value in req.headers.items()
                if name.lower() not in ('content-length', 'content-type')}
        return Request(newurl.replace(' ', '%20'), method='HEAD' if method == 'HEAD' else 'GET', headers=kept,
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        target = headers.get('location') or headers.get('uri')
        if target is None:
            return None
        parts = urlsplit(target)
        if parts.scheme not in ('http', 'https', 'ftp', ''):
            raise HTTPError(target, code, f"{msg} - Redirection to url '{target}' is not allowed", headers, fp)
        if not parts.path and parts.netloc:
            parts = parts._replace(path='/')
        target = urljoin(req.full_url, quote(urlunsplit(parts), safe='%/:=&?~#+!$,;\'@()*[]'))
        follower = self.redirect_request(req, fp, code, msg, headers, target)
        if follower is None:
            return None
        visited = follower.redirect_dict = getattr(req, 'redirect_dict', {})
        if visited.get(target, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[target] = visited.get(target, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(follower, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class ProxyHandler(BaseHandler):
    """Takes a program's proxies and does without them: the simulated network has none."""
    handler_order = 100

    def __init__(self, proxies=None):
        self.proxies = proxies or {}


class AbstractHTTPHandler(BaseHandler):
    def __init__(self, debuglevel=0):
        self._debuglevel = debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        """Add the header fields that every request has."""
        if not request.host:
            raise URLError('no host given')
        if request.data is not None:
            if isinstance(request.data, str):
                raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.')
            if not request.has_header('Content-type'):
                request.add_unredirected_header('Content-type', 'application/x-www-form-urlencoded')
            if not request.has_header('Content-length') and not request.has_header('Transfer-encoding'):
                length = http.client.HTTPConnection._get_content_length(request.data, request.get_method())
                if length is not None:
                    request.add_unredirected_header('Content-length', str(length))
                else:
                    request.add_unredirected_header('Transfer-encoding', 'chunked')
        if not request.has_header('Host'):
            request.add_unredirected_header('Host', request.host)
        for name, value in self.parent.addheaders:
            if not request.has_header(name.capitalize()):
                request.add_unredirected_header(name.capitalize(), value)
        return request

    def do_open(self, http_class, req, **arguments):
        """Send the request and give the answer, whose content is still to be read."""
        connection = http_class(req.host, timeout=req.timeout, **arguments)
        headers = dict(req.unredirected_hdrs)
        headers.update({name: value for name, value in req.headers.items() if name not in headers})
        headers['Connection'] = 'close'
        headers = {name.title(): value for name, value in headers.items()}
        try:
            try:
                connection.request(req.get_method(), req.selector, req.data, headers,
                                   encode_chunked=req.has_header('Transfer-encoding'))
            except OSError as problem:
                raise URLError(problem)
            response = connection.getresponse()
        except:
            connection.close()
            raise
        if connection.sock:
            connection.sock.close()
            connection.sock = None
        response.url = req.get_full_url()
        response.msg = response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    def __init__(self, debuglevel=0, context=None, check_hostname=None):
        super().__init__(debuglevel)
        self._context = context
        self._check_hostname = check_hostname

    def https_open(self, req):
        return self.do_open(http.client.HTTPSConnection, req, context=self._context, check_hostname=self._check_hostname)

    https_request = AbstractHTTPHandler.do_request_


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError(f'unknown url type: {req.type}')


class DataHandler(BaseHandler):
    """data: URLs, which hold their content."""

    def data_open(self, req):
        kind, comma, content = req.full_url.partition(':')[2].partition(',')
        content = urllib.parse.unquote_to_bytes(content)
        if kind.endswith(';base64'):
            import base64
            content = base64.decodebytes(content)
            kind = kind[:-7]
        headers = http.client.HTTPMessage([('Content-type', kind or 'text/plain;charset=US-ASCII'),
                                           ('Content-length', str(len(content)))])
        return addinfourl(io.BytesIO(content), headers, req.full_url)
