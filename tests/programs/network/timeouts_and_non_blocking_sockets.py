# A timeout ends a wait, a non-blocking socket never waits.
import socket
import threading
import time

print(socket.timeout is TimeoutError, socket.error is OSError, issubclass(socket.gaierror, OSError))
a, b = socket.socketpair()
print(a.gettimeout(), a.getblocking())
a.settimeout(0.05)
print(a.gettimeout(), a.getblocking())
start = time.monotonic()
try:
    a.recv(1)
except TimeoutError as e:
    print('timed out:', e, 0.05 <= time.monotonic() - start < 1)
threading.Timer(0.02, b.send, [b'in time']).start()
print(a.recv(10))
a.setblocking(False)
print(a.gettimeout(), a.getblocking())
try:
    a.recv(1)
except BlockingIOError as e:
    print(e)
sent = 0
try:
    while True:
        sent += a.send(b'x' * 1000)
except BlockingIOError as e:
    print(e, sent)
received = 0
while received < sent:
    received += len(b.recv(65536))
print(received == sent)
a.settimeout(0.05)
try:
    a.sendall(b'x' * 10_000_000)
except TimeoutError as e:
    print('sendall', e)

server = socket.create_server(('127.0.0.1', 0))
server.settimeout(0.02)
try:
    server.accept()
except TimeoutError as e:
    print('accept', e)
server.setblocking(False)
try:
    server.accept()
except BlockingIOError as e:
    print('accept', e)
client = socket.socket()
client.setblocking(False)
print(client.connect_ex(server.getsockname()))
time.sleep(0.01)
print(client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
connection, _ = server.accept()
print(connection.gettimeout())
refused = socket.socket()
refused.setblocking(False)
try:
    refused.connect(('127.0.0.1', 1))
except BlockingIOError as e:
    print(e)
time.sleep(0.01)
print(refused.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
socket.setdefaulttimeout(3)
print(socket.getdefaulttimeout(), socket.socket().gettimeout())
socket.setdefaulttimeout(None)
