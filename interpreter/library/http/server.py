"""HTTP servers: a handler that calls do_GET and the like, and one that serves files."""

__all__ = ['HTTPServer', 'ThreadingHTTPServer', 'BaseHTTPRequestHandler', 'SimpleHTTPRequestHandler']

import html
import io
import mimetypes
import os
import posixpath
import shutil
import socket
import socketserver
import sys
import time
import urllib.parse
import http.client
from http import HTTPStatus

__version__ = '0.6'

DEFAULT_ERROR_MESSAGE = """\
<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
"""
DEFAULT_ERROR_CONTENT_TYPE = 'text/html;charset=utf-8'

_WEEKDAYS = 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'
_MONTHS = 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'


def _format_date(timestamp):
    # As HTTP writes dates, whatever the locale.
    t = time.gmtime(timestamp)
    return (f'{_WEEKDAYS[t.tm_wday]}, {t.tm_mday:02} {_MONTHS[t.tm_mon - 1]} {t.tm_year:04} '
            f'{t.tm_hour:02}:{t.tm_min:02}:{t.tm_sec:02} GMT')


def _read_date(text):
    # The seconds since 1970, or None.
    import calendar
    try:
        _, day, month, year, clock, zone = text.split()
        hour, minute, second = map(int, clock.split(':'))
        if zone not in ('GMT', 'UTC', '+0000'):
            return None
        return calendar.timegm((int(year), _MONTHS.index(month) + 1, int(day), hour, minute, second))
    except ValueError:
        return None


class HTTPServer(socketserver.TCPServer):
    """A server that knows its name."""

    allow_reuse_address = True

    def server_bind(self):
        super().server_bind()
        host, port = self.server_address[:2]
        self.server_name = socket.getfqdn(host)
        self.server_port = port


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    """The same with a thread for each connection."""

    daemon_threads = True


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    """Reads requests and calls the method do_... of each."""

    sys_version = 'Python/' + sys.version.split()[0]
    server_version = 'BaseHTTP/' + __version__
    error_message_format = DEFAULT_ERROR_MESSAGE
    error_content_type = DEFAULT_ERROR_CONTENT_TYPE
    default_request_version = 'HTTP/0.9'
    protocol_version = 'HTTP/1.0'
    MessageClass = http.client.HTTPMessage
    responses = {status: (status.phrase, status.description) for status in HTTPStatus}
    weekdayname = list(_WEEKDAYS)
    monthname = [None, *_MONTHS]

    def _read_version(self, version):
        # (major, minor); None: an error has been sent.
        name, slash, numbers = version.partition('/')
        parts = numbers.split('.')
        if name != 'HTTP' or not slash or len(parts) != 2 or not all(p.isdigit() and len(p) <= 10 for p in parts):
            self.send_error(HTTPStatus.BAD_REQUEST, 'Bad request version (%r)' % version)
            return None
        number = int(parts[0]), int(parts[1])
        if number >= (2, 0):
            self.send_error(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, 'Invalid HTTP version (%s)' % numbers)
            return None
        return number

    def parse_request(self):
        """Take the request line apart and read the header fields; False: an error has been sent."""
        self.command = None
        self.request_version = version = self.default_request_version
        self.close_connection = True
        self.requestline = str(self.raw_requestline, 'iso-8859-1').rstrip('\r\n')
        words = self.requestline.split()
        if not words:
            return False
        if len(words) >= 3:
            version = words[-1]
            number = self._read_version(version)
            if number is None:
                return False
            if number >= (1, 1) and self.protocol_version >= 'HTTP/1.1':
                self.close_connection = False
            self.request_version = version
        if not 2 <= len(words) <= 3:
            self.send_error(HTTPStatus.BAD_REQUEST, 'Bad request syntax (%r)' % self.requestline)
            return False
        command, path = words[:2]
        if len(words) == 2:
            self.close_connection = True
            if command != 'GET':
                self.send_error(HTTPStatus.BAD_REQUEST, 'Bad HTTP/0.9 request type (%r)' % command)
                return False
        self.command = command
        self.path = '/' + path.lstrip('/') if path.startswith('//') else path
        try:
            self.headers = http.client.parse_headers(self.rfile, _class=self.MessageClass)
        except http.client.LineTooLong as problem:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, 'Line too long', str(problem))
            return False
        except http.client.HTTPException as problem:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, 'Too many headers', str(problem))
            return False
        connection = (self.headers.get('Connection') or '').lower()
        if connection == 'close':
            self.close_connection = True
        elif connection == 'keep-alive' and self.protocol_version >= 'HTTP/1.1':
            self.close_connection = False
        expects = (self.headers.get('Expect') or '').lower()
        if expects == '100-continue' and self.protocol_version >= 'HTTP/1.1' and self.request_version >= 'HTTP/1.1':
            return self.handle_expect_100()
        return True

    def handle_expect_100(self):
        """Tell the client to go on; False: not to."""
        self.send_response_only(HTTPStatus.CONTINUE)
        self.end_headers()
        return True

    def handle_one_request(self):
        """Read one request and call its method."""
        try:
            self.raw_requestline = self.rfile.readline(65537)
            if len(self.raw_requestline) > 65536:
                self.requestline = self.request_version = self.command = ''
                self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
                return
            if not self.raw_requestline:
                self.close_connection = True
                return
            if not self.parse_request():
                return
            method = getattr(self, 'do_' + self.command, None)
            if method is None:
                self.send_error(HTTPStatus.NOT_IMPLEMENTED, 'Unsupported method (%r)' % self.command)
                return
            method()
            self.wfile.flush()
        except TimeoutError as problem:
            self.log_error('Request timed out: %r', problem)
            self.close_connection = True

    def handle(self):
        """Answer the requests of the connection until it is to be closed."""
        self.close_connection = True
        self.handle_one_request()
        while not self.close_connection:
            self.handle_one_request()

    def send_error(self, code, message=None, explain=None):
        """Answer with a page that tells of an error."""
        short, long = self.responses.get(code, ('???', '???'))
        message = short if message is None else message
        explain = long if explain is None else explain
        self.log_error('code %d, message %s', code, message)
        self.send_response(code, message)
        self.send_header('Connection', 'close')
        body = None
        if code >= 200 and code not in (HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT, HTTPStatus.NOT_MODIFIED):
            page = self.error_message_format % {
                'code': code, 'message': html.escape(message, quote=False), 'explain': html.escape(explain, quote=False)}
            body = page.encode('UTF-8', 'replace')
            self.send_header('Content-Type', self.error_content_type)
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD' and body:
            self.wfile.write(body)

    def send_response(self, code, message=None):
        """Begin the answer: status line, server and date."""
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header('Server', self.version_string())
        self.send_header('Date', self.date_time_string())

    def _keep(self, line):
        if not hasattr(self, '_headers_buffer'):
            self._headers_buffer = []
        self._headers_buffer.append(line.encode('latin-1', 'strict'))

    def send_response_only(self, code, message=None):
        """Begin the answer with the status line alone."""
        if self.request_version != 'HTTP/0.9':
            if message is None:
                message = self.responses[code][0] if code in self.responses else ''
            self._keep('%s %d %s\r\n' % (self.protocol_version, code, message))

    def send_header(self, keyword, value):
        """Add a header field."""
        if self.request_version != 'HTTP/0.9':
            self._keep('%s: %s\r\n' % (keyword, value))
        if keyword.lower() == 'connection':
            if value.lower() == 'close':
                self.close_connection = True
            elif value.lower() == 'keep-alive':
                self.close_connection = False

    def end_headers(self):
        """End the header fields and send them."""
        if self.request_version != 'HTTP/0.9':
            self._headers_buffer.append(b'\r\n')
            self.flush_headers()

    def flush_headers(self):
        if hasattr(self, '_headers_buffer'):
            self.wfile.write(b''.join(self._headers_buffer))
            self._headers_buffer = []

    def log_request(self, code='-', size='-'):
        """Log an answered request."""
        if isinstance(code, HTTPStatus):
            code = code.value
        self.log_message('"%s" %s %s', self.requestline, str(code), str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)

    _control_characters = str.maketrans({c: rf'\x{c:02x}' for c in (*range(0x20), *range(0x7f, 0xa0))})
    _control_characters[ord('\\')] = r'\\'

    def log_message(self, format, *args):
        """Write a line to standard error: the client, the time, the message."""
        message = format % args
        sys.stderr.write('%s - - [%s] %s\n' % (
            self.address_string(), self.log_date_time_string(), message.translate(self._control_characters)))

    def version_string(self):
        """What the field Server says."""
        return self.server_version + ' ' + self.sys_version

    def date_time_string(self, timestamp=None):
        """A moment as HTTP writes it."""
        return _format_date(time.time() if timestamp is None else timestamp)

    def log_date_time_string(self):
        """The local time as the log shows it."""
        t = time.localtime()
        return '%02d/%3s/%04d %02d:%02d:%02d' % (
            t.tm_mday, self.monthname[t.tm_mon], t.tm_year, t.tm_hour, t.tm_min, t.tm_sec)

    def address_string(self):
        """The client's address."""
        return self.client_address[0]


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    """Serves the files of a folder."""

    server_version = 'SimpleHTTP/' + __version__
    index_pages = 'index.html', 'index.htm'
    extensions_map = {'.gz': 'application/gzip', '.Z': 'application/octet-stream', '.bz2': 'application/x-bzip2',
                      '.xz': 'application/x-xz'}

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = os.fspath(os.getcwd() if directory is None else directory)
        super().__init__(*args, **kwargs)

    def do_GET(self):
        """Answer with the file."""
        if file := self.send_head():
            try:
                self.copyfile(file, self.wfile)
            finally:
                file.close()

    def do_HEAD(self):
        """Answer as for the file, without its content."""
        if file := self.send_head():
            file.close()

    def send_head(self):
        """Answer what stands before the content; gives the open file, or None when all has been said."""
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            parts = urllib.parse.urlsplit(self.path)
            if not parts.path.endswith('/'):
                return self._send_redirection(parts)
            for page in self.index_pages:
                page = os.path.join(path, page)
                if os.path.isfile(page):
                    path = page
                    break
            else:
                return self.list_directory(path)
        if path.endswith('/'):
            return self.send_error(HTTPStatus.NOT_FOUND, 'File not found')
        try:
            file = open(path, 'rb')
        except OSError:
            return self.send_error(HTTPStatus.NOT_FOUND, 'File not found')
        try:
            return self._send_file_head(path, file)
        except:
            file.close()
            raise

    def _send_redirection(self, parts):
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header('Location', urllib.parse.urlunsplit((parts[0], parts[1], parts[2] + '/', parts[3], parts[4])))
        self.send_header('Content-Length', '0')
        self.end_headers()

    def _send_file_head(self, path, file):
        status = os.fstat(file.fileno())
        if 'If-Modified-Since' in self.headers and 'If-None-Match' not in self.headers:
            since = _read_date(self.headers['If-Modified-Since'])
            if since is not None and int(status.st_mtime) <= since:
                self.send_response(HTTPStatus.NOT_MODIFIED)
                self.end_headers()
                file.close()
                return None
        self.send_response(HTTPStatus.OK)
        self.send_header('Content-type', self.guess_type(path))
        self.send_header('Content-Length', str(status.st_size))
        self.send_header('Last-Modified', self.date_time_string(status.st_mtime))
        self.end_headers()
        return file

    def list_directory(self, path):
        """Answer with a page that lists a folder."""
        try:
            names = os.listdir(path)
        except OSError:
            return self.send_error(HTTPStatus.NOT_FOUND, 'No permission to list directory')
        names.sort(key=lambda name: name.lower())
        title = 'Directory listing for ' + html.escape(urllib.parse.unquote(self.path, errors='surrogatepass'), quote=False)
        coding = sys.getfilesystemencoding()
        lines = ['<!DOCTYPE HTML>', '<html lang="en">', '<head>', f'<meta charset="{coding}">', f'<title>{title}</title>',
                 '</head>', f'<body>\n<h1>{title}</h1>', '<hr>\n<ul>']
        for name in names:
            whole = os.path.join(path, name)
            link = shown = name
            if os.path.isdir(whole):
                link = shown = name + '/'
            if os.path.islink(whole):
                shown = name + '@'
            lines.append(f'<li><a href="{urllib.parse.quote(link, errors="surrogatepass")}">'
                         f'{html.escape(shown, quote=False)}</a></li>')
        lines.append('</ul>\n<hr>\n</body>\n</html>\n')
        body = '\n'.join(lines).encode(coding, 'surrogateescape')
        self.send_response(HTTPStatus.OK)
        self.send_header('Content-type', f'text/html; charset={coding}')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def translate_path(self, path):
        """The file that a URL's path names, never one outside the folder."""
        path = path.partition('?')[0].partition('#')[0]
        try:
            plain = urllib.parse.unquote(path, errors='surrogatepass')
        except UnicodeDecodeError:
            plain = urllib.parse.unquote(path)
        result = self.directory
        for word in filter(None, posixpath.normpath(plain).split('/')):
            if os.path.dirname(word) or word in (os.curdir, os.pardir):
                continue
            result = os.path.join(result, word)
        return result + '/' if path.rstrip().endswith('/') else result

    def copyfile(self, source, outputfile):
        """Copy the content to the connection."""
        shutil.copyfileobj(source, outputfile)

    def guess_type(self, path):
        """The kind of content, by the name."""
        end = posixpath.splitext(path)[1]
        for known in (end, end.lower()):
            if known in self.extensions_map:
                return self.extensions_map[known]
        return mimetypes.guess_type(path)[0] or 'application/octet-stream'
