# One thread serves several clients, which threads are.
import selectors
import socket
import threading

selector = selectors.DefaultSelector()
listener = socket.create_server(('127.0.0.1', 0))
listener.setblocking(False)
selector.register(listener, selectors.EVENT_READ, None)
results = {}


def client(n):
    with socket.create_connection(listener.getsockname()) as s:
        for i in range(3):
            s.sendall(f'{n}:{i};'.encode())
        s.shutdown(socket.SHUT_WR)
        results[n] = b''.join(iter(lambda: s.recv(100), b''))


threads = [threading.Thread(target=client, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
closed = 0
while closed < 4:
    for key, events in selector.select():
        if key.data is None:
            connection, _ = listener.accept()
            connection.setblocking(False)
            selector.register(connection, selectors.EVENT_READ, bytearray())
        elif data := key.fileobj.recv(5):
            key.data.extend(data)
        else:
            key.fileobj.sendall(key.data.upper())
            selector.unregister(key.fileobj)
            key.fileobj.close()
            closed += 1
for thread in threads:
    thread.join()
print(sorted(results.items()))
