# Each waits for the other to speak first: a deadlock that names what they wait for.
# run: -q
# exit: 3
# not-python
# stderr-contains: DEADLOCK
# stderr-contains: socketpair 1
# stderr-contains: 127.0.0.1:
import socket
import threading

a, b = socket.socketpair()
server = socket.create_server(('127.0.0.1', 0))
threading.Thread(target=a.recv, args=(1,)).start()
threading.Thread(target=server.accept).start()
print('waiting')
b.recv(1)

# output:
# waiting
