# The interface of requests, over a server in the same program.
# not-python
import http.server
import json
import threading
import time

import requests


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self, code=200, body=b'', kind='text/plain', **fields):
        self.send_response(code)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
        for name, value in fields.items():
            self.send_header(name.replace('_', '-'), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path.startswith('/jump/'):
            n = int(self.path[6:])
            return self.answer(302, b'x', Location=f'/jump/{n - 1}' if n else '/done')
        if self.path == '/missing':
            return self.answer(404, b'no')
        if self.path == '/slow':
            time.sleep(0.2)
        if self.path == '/cookie':
            return self.answer(200, (self.headers['Cookie'] or '').encode(), Set_Cookie='a=b; Path=/')
        self.answer(200, json.dumps({'path': self.path, 'agent': self.headers['User-Agent']}).encode(), 'application/json')

    def do_POST(self):
        self.answer(201, self.rfile.read(int(self.headers['Content-Length'])), self.headers.get('Content-Type', 'text/plain'))

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
port = server.server_address[1]
threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
base = f'http://127.0.0.1:{port}'
r = requests.get(base + '/a b', params={'x': [1, 2], 'y': None})
print(r, r.ok, r.status_code, r.json(), r.encoding, r.reason)
r = requests.post(base, data={'k': 'v', 'l': [1, 2]})
print(r, r.text, r.headers['content-type'])
r = requests.post(base, json={'k': [1, 2]})
print(r, r.json(), r.request.headers['Content-Type'])
r = requests.get(base + '/jump/1')
print(r.url.removeprefix(base), r.history)
r = requests.get(base + '/missing')
try:
    r.raise_for_status()
except requests.HTTPError as e:
    print(bool(r), str(e).replace(base, 'BASE'))
for url in 'nothing', 'http://', 'ftp://x':
    try:
        requests.get(url)
    except requests.RequestException as e:
        print(type(e).__name__, e)
try:
    requests.get(base + '/slow', timeout=0.05)
except requests.Timeout as e:
    print(type(e).__name__, str(e).replace(str(port), 'PORT'))
try:
    requests.get('http://127.0.0.1:1/')
except requests.exceptions.ConnectionError as e:
    print(type(e).__name__, 'Connection refused' in str(e))
with requests.Session() as session:
    session.get(base + '/cookie')
    print(dict(session.cookies), session.get(base + '/cookie').text)
r = requests.post(base, data='one\ntwo\n', stream=True)
print(list(r.iter_lines()), r.elapsed.total_seconds() > 0)
try:
    requests.post(base, data='no json').json()
except requests.exceptions.JSONDecodeError as e:
    print(repr(e))

# output:
# <Response [200]> True 200 {'path': '/a%20b?x=1&x=2', 'agent': 'python-requests/2.28.1'} utf-8 OK
# <Response [201]> k=v&l=1&l=2 application/x-www-form-urlencoded
# <Response [201]> {'k': [1, 2]} application/json
# /done [<Response [302]>, <Response [302]>]
# False 404 Client Error: Not Found for url: BASE/missing
# MissingSchema Invalid URL 'nothing': No scheme supplied. Perhaps you meant https://nothing?
# InvalidURL Invalid URL 'http://': No host supplied
# InvalidSchema No connection adapters were found for 'ftp://x'
# ReadTimeout HTTPConnectionPool(host='127.0.0.1', port=PORT): Read timed out. (read timeout=0.05)
# ConnectionError True
# {'a': 'b'} a=b
# [b'one', b'two'] True
# JSONDecodeError('Expecting value: line 1 column 1 (char 0)')
