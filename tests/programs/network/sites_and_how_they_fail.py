# Pages of declared sites, and each way to fail.
# not-python

# /// script
# [tool.gilsim]
# [[tool.gilsim.sites]]
# name = "good.example"
# latency = "100ms"
# body = "<h1>Hello</h1>"
# path = "/"
# [[tool.gilsim.sites]]
# name = "good.example"
# path = "/data.json"
# type = "application/json"
# body = '{"n": 1}'
# [[tool.gilsim.sites]]
# name = "good.example"
# path = "/sized"
# size = 12
# [[tool.gilsim.sites]]
# name = "good.example"
# path = "/moved"
# redirect = "https://good.example/data.json"
# [[tool.gilsim.sites]]
# name = "good.example"
# path = "/busy"
# status = 503
# [[tool.gilsim.sites]]
# name = "good.example"
# path = "/slow"
# wait = "0.8s"
# [[tool.gilsim.sites]]
# name = "refused.example"
# latency = "100ms"
# fails = "refused"
# [[tool.gilsim.sites]]
# name = "unreachable.example"
# fails = "unreachable"
# [[tool.gilsim.sites]]
# name = "silent.example"
# latency = "100ms"
# fails = "silent"
# [[tool.gilsim.sites]]
# name = "reset.example"
# latency = "100ms"
# fails = "reset"
# [[tool.gilsim.sites]]
# name = "broken.example"
# fails = "broken"
# size = 100
# ///
import http.client
import socket
import time
import urllib.error
import urllib.request

import requests


def seconds(since):
    return round(time.monotonic() - since, 1)


start = time.monotonic()
r = requests.get('http://good.example/')
print(r.status_code, r.headers['Content-Type'], r.content, seconds(start))
start = time.monotonic()
r = requests.get('https://good.example/data.json')
print(r.status_code, r.headers['Content-Type'], r.json(), seconds(start))
r = requests.get('http://good.example/sized')
print(r.status_code, len(r.content), r.content)
r = requests.get('http://good.example/none?x=1')
print(r.status_code, r.content)
r = requests.get('http://good.example/moved')
print(r.url, r.history)
try:
    urllib.request.urlopen('http://good.example/busy')
except urllib.error.HTTPError as e:
    print(e.code, e)
start = time.monotonic()
requests.get('http://good.example/slow')
print('slow', seconds(start))


def connect(name, timeout=None, port=80):
    connection = http.client.HTTPConnection(name + '.example', port, timeout=timeout)
    connection.request('GET', '/')
    return connection.getresponse().read()


def attempt(shown, *args, timed=True):
    start = time.monotonic()
    try:
        print(connect(*args))
    except (OSError, http.client.HTTPException) as e:
        took = seconds(start)
        print(shown + ':', e if isinstance(e, OSError) else repr(e), *([took if took < 100 else round(took)] if timed else []))


attempt('refused', 'refused')
attempt('unreachable', 'unreachable')
attempt('unreachable with timeout', 'unreachable', 2)
attempt('silent', 'silent', 0.5)
attempt('reset', 'reset')
attempt('broken', 'broken', timed=False)
attempt('unknown', 'unknown')
attempt('other port', 'good', 1, 8080, timed=False)
print(socket.gethostbyname('good.example'), socket.gethostbyaddr('192.0.2.1')[0])
connection = http.client.HTTPConnection('good.example')
connection.request('HEAD', '/')
r = connection.getresponse()
print('HEAD', r.status, r.getheader('Content-Length'), r.read())
try:
    requests.get('http://broken.example/')
except requests.exceptions.ChunkedEncodingError as problem:
    print('requests:', problem)
for head in requests.head('http://good.example/'), requests.get('http://good.example/', stream=True):
    print(head.status_code, head.content)

# output:
# 200 text/html; charset=utf-8 b'<h1>Hello</h1>' 0.2
# 200 application/json {'n': 1} 0.2
# 200 12 b'The quick br'
# 404 b'not found\n'
# https://good.example/data.json [<Response [302]>]
# 503 HTTP Error 503: Service Unavailable
# slow 1.0
# refused: [Errno 111] Connection refused 0.1
# unreachable: [Errno 110] Connection timed out 131
# unreachable with timeout: timed out 2.0
# silent: timed out 0.6
# reset: [Errno 104] Connection reset by peer 0.2
# broken: IncompleteRead(50 bytes read, 50 more expected)
# unknown: [Errno -2] Name or service not known 0.0
# other port: [Errno 111] Connection refused
# 192.0.2.1 good.example
# HEAD 200 14 b''
# requests: ('Connection broken: IncompleteRead(50 bytes read, 50 more expected)', IncompleteRead(50 bytes read, 50 more expected))
# 200 b''
# 200 b'<h1>Hello</h1>'
