# Two ends of one connection: order, partial reading, the end, files made of them.
import os
import socket

a, b = socket.socketpair()
print(a.family, a.type, a.proto, a.getsockname(), repr(a.getpeername()))
print(a.send(b'one'), a.send(b'two'))
print(b.recv(4), b.recv(4))
a.sendall(b'peek')
print(b.recv(2, socket.MSG_PEEK), b.recv(10))
buffer = bytearray(5)
a.send(b'xyz')
print(b.recv_into(buffer), buffer)
print(b.recv(0))
os.write(a.fileno(), b'by number')
print(os.read(b.fileno(), 100))
with a.makefile('w') as out, b.makefile('r') as lines:
    print('first line', file=out)
    print('second', file=out, flush=True)
    print(lines.readline(), lines.readline())
a.shutdown(socket.SHUT_WR)
print(b.recv(1), b.recv(1))
b.sendall(b'still')
print(a.recv(10))
copy = a.dup()
a.close()
b.sendall(b'copy')
print(copy.recv(10), a.fileno())
fd = copy.detach()
print(copy.fileno(), fd > 2)
again = socket.socket(fileno=fd)
print(again.family, again.type, again.proto)
again.close()
print(b.recv(1))
for action in (lambda: b.send(b'x'), lambda: a.send(b'x'), lambda: a.recv(1), lambda: b.recv(-1), lambda: b.send('text')):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
b.close()

left, right = socket.socketpair(type=socket.SOCK_DGRAM)
left.send(b'first')
left.send(b'second')
print(right.recv(3), right.recv(100))
left.close()
right.close()
