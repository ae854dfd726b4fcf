# Sockets go on in a forked process; the end comes when the last one has closed them.
import os
import socket
import socketserver

a, b = socket.socketpair()
if os.fork() == 0:
    b.close()
    a.sendall(b'from the child')
    print(a.recv(100), flush=True)
    os._exit(0)
a.close()
print(b.recv(100), flush=True)
b.sendall(b'from the parent')
os.wait()
print(b.recv(1))
b.close()


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline().upper() + str(os.getpid() != parent).encode())


parent = os.getpid()
with socketserver.ForkingTCPServer(('127.0.0.1', 0), Handler) as server:
    with socket.create_connection(server.server_address) as client:
        client.sendall(b'hello\n')
        server.handle_request()
        with client.makefile() as answer:
            print(answer.read())
