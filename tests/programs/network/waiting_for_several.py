# select, poll, epoll and selectors: sockets and pipes.
import os
import select
import selectors
import socket
import threading
import time

a, b = socket.socketpair()
c, d = socket.socketpair()
r, w = os.pipe()
print(select.select([b, d, r], [], [], 0))
start = time.monotonic()
print(select.select([b, d, r], [], [], 0.05), 0.05 <= time.monotonic() - start < 1)
threading.Timer(0.02, c.send, [b'x']).start()
ready, _, _ = select.select([b, d, r], [], [])
print(ready == [d])
os.write(w, b'y')
ready, writable, _ = select.select([b, d, r], [a, w], [], 1)
print(ready == [d, r], writable == [a, w])
print(os.read(r, 10), d.recv(10))
a.close()
print(select.select([b], [], [], 1)[0] == [b], b.recv(1))
for bad in ((['x'], [], []), ([-1], [], []), (1, [], []), ([], [], [], -1), ([], [], [], 'x')):
    try:
        select.select(*bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

p = select.poll()
p.register(d, select.POLLIN)
p.register(r)
print(p.poll(10))
c.send(b'1')
print(p.poll() == [(d.fileno(), select.POLLIN)])
p.modify(d, select.POLLOUT)
print(p.poll() == [(d.fileno(), select.POLLOUT)])
p.unregister(d)
print(p.poll(0))
try:
    p.unregister(d)
except KeyError as e:
    print('KeyError', e.args[0] == d.fileno())
os.close(w)
print(p.poll() == [(r, select.POLLHUP)])

with select.epoll() as e:
    e.register(d, select.EPOLLIN)
    print(e.poll() == [(d.fileno(), select.EPOLLIN)])
    d.recv(10)
    print(e.poll(0.01))
    e.modify(d, select.EPOLLIN | select.EPOLLOUT)
    print(e.poll(0.01) == [(d.fileno(), select.EPOLLOUT)])
    e.unregister(d)
    try:
        e.unregister(d)
    except FileNotFoundError as error:
        print(error)
print(e.closed)

for kind in selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector:
    with kind() as s:
        key = s.register(d, selectors.EVENT_READ, 'data')
        print(key.data, key.events, s.select(0))
        c.send(b'x')
        print([(k.data, events) for k, events in s.select()])
        s.modify(d, selectors.EVENT_READ | selectors.EVENT_WRITE, 'both')
        print([(k.data, events) for k, events in s.select()])
        d.recv(1)
        print(s.get_key(d).data, len(s.get_map()))
        s.unregister(d)
        try:
            s.unregister(d)
        except KeyError as error:
            print('KeyError')
