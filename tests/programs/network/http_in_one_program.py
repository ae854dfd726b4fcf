# A server of http.server, asked by http.client and urllib.
import http.client
import http.server
import json
import threading
import urllib.error
import urllib.parse
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self, code, body, kind='text/plain; charset=utf-8', **fields):
        self.send_response(code)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        if parts.path == '/missing':
            self.send_error(404)
        elif parts.path == '/moved':
            self.answer(302, b'', Location='/there?x=1')
        else:
            self.answer(200, json.dumps({'path': parts.path, 'query': urllib.parse.parse_qs(parts.query)}).encode(), 'application/json')

    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length']))
        self.answer(201, body[::-1], self.headers.get('Content-Type', 'x/y'))

    def log_message(self, format, *args):
        print('log:', format % args)


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
port = server.server_address[1]
threading.Thread(target=server.serve_forever, args=(0.01,)).start()

connection = http.client.HTTPConnection('127.0.0.1', port)
for method, path, body in ('GET', '/a?b=c&d=e', None), ('POST', '/p', b'abc'), ('GET', '/missing', None), ('PUT', '/', 'x'):
    connection.request(method, path, body)
    response = connection.getresponse()
    print(response.status, response.reason, response.version, response.getheader('content-type'))
    print(response.headers.get_content_type(), response.headers.get_content_charset(), response.will_close)
    print(response.read().decode())
    print(response.isclosed(), response.closed)
try:
    connection.getresponse()
except http.client.ResponseNotReady as e:
    print(repr(e))
connection.close()

base = f'http://127.0.0.1:{port}'
with urllib.request.urlopen(base + '/moved') as response:
    print(response.status, response.url.removeprefix(base), json.load(response))
request = urllib.request.Request(base + '/form', data=urllib.parse.urlencode({'a': 1}).encode(), headers={'X-Own': 'y'})
print(request.get_method(), request.header_items())
with urllib.request.urlopen(request) as response:
    print(response.code, response.read())
try:
    urllib.request.urlopen(base + '/missing')
except urllib.error.HTTPError as e:
    print(repr(e), e, e.code, e.reason, e.headers['Content-Type'])
for url in 'http://127.0.0.1:1/', 'http://no-such-host.invalid/', 'nothing', 'odd://x', 'http://':
    try:
        urllib.request.urlopen(url)
    except Exception as e:
        print(repr(e), e)
server.shutdown()
server.server_close()
print(http.HTTPStatus.NOT_FOUND, repr(http.HTTPStatus(418)), http.HTTPStatus.OK.phrase, http.HTTPMethod.GET)
