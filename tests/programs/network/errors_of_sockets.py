# What goes wrong, with CPython's classes and words.
import socket


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e.args, e)


def tcp():
    return socket.socket()


def udp():
    return socket.socket(type=socket.SOCK_DGRAM)


attempt(lambda: socket.create_connection(('127.0.0.1', 1)))
attempt(lambda: tcp().connect(('127.0.0.1', 1)))
attempt(lambda: tcp().connect_ex(('127.0.0.1', 1)))
attempt(lambda: socket.create_connection(('no-such-host.invalid', 80)))
attempt(lambda: socket.gethostbyname('no-such-host.invalid'))
attempt(lambda: socket.socket(99))
attempt(lambda: socket.socket(socket.AF_INET, 99))
attempt(lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM, 99))
attempt(lambda: tcp().bind('x'))
attempt(lambda: tcp().bind((1, 2)))
attempt(lambda: tcp().bind(('127.0.0.1', 'x')))
attempt(lambda: tcp().bind(('127.0.0.1', 70000)))
attempt(lambda: tcp().bind(('127.0.0.1',)))
attempt(lambda: tcp().bind(('8.8.8.8', 0)))
attempt(lambda: tcp().connect(['127.0.0.1', 3]))
attempt(lambda: tcp().accept())
attempt(lambda: tcp().recv(1))
attempt(lambda: tcp().recv(-1))
attempt(lambda: tcp().send(b'x'))
attempt(lambda: tcp().send('x'))
attempt(lambda: tcp().getpeername())
attempt(lambda: tcp().shutdown(2))
attempt(lambda: tcp().settimeout(-1))
attempt(lambda: tcp().settimeout('x'))
attempt(lambda: udp().listen())
attempt(lambda: udp().send(b'x'))
attempt(lambda: udp().sendto(b'x'))
attempt(lambda: udp().sendto(b'x' * 70000, ('127.0.0.1', 9)))

server = socket.create_server(('127.0.0.1', 0))
address = server.getsockname()
try:
    socket.create_server(address)
except OSError as e:
    print(e.errno, str(e).replace(str(address[1]), 'PORT'))
attempt(lambda: server.recv(1))
attempt(lambda: server.send(b''))

client = socket.create_connection(address)
attempt(lambda: client.connect(address))
connection, _ = server.accept()
client.send(b'nobody reads this')
connection.close()
attempt(lambda: client.recv(5))
attempt(lambda: client.recv(5))
attempt(lambda: client.send(b'x'))

client = socket.create_connection(address)
connection, _ = server.accept()
connection.close()
print(client.recv(5), client.send(b'first'))
attempt(lambda: client.send(b'second'))
client = socket.create_connection(address)
client.shutdown(socket.SHUT_WR)
attempt(lambda: client.send(b'x'))

server.close()
attempt(lambda: server.accept())
attempt(lambda: socket.create_connection(address, timeout=1))
