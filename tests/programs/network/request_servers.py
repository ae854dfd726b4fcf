# socketserver: TCP and UDP, one after the other and in threads.
# stderr: ignore
import socket
import socketserver
import threading


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


class Sized(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        sock.sendto(str(len(data)).encode(), self.client_address)


class Broken(socketserver.BaseRequestHandler):
    def handle(self):
        raise RuntimeError('not today')


def ask(address, text):
    with socket.create_connection(address) as s:
        s.sendall(text)
        s.shutdown(socket.SHUT_WR)
        with s.makefile('rb') as answer:
            return answer.read()


for kind in socketserver.TCPServer, socketserver.ThreadingTCPServer:
    with kind(('127.0.0.1', 0), Upper) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01})
        thread.start()
        print(kind.__name__, ask(server.server_address, b'one\ntwo\n'), ask(server.server_address, b''))
        server.shutdown()
        thread.join()

with socketserver.UDPServer(('127.0.0.1', 0), Sized) as server:
    client = socket.socket(type=socket.SOCK_DGRAM)
    client.sendto(b'12345', server.server_address)
    server.handle_request()
    print(client.recv(10))
    server.timeout = 0.01
    server.handle_timeout = lambda: print('nothing came')
    server.handle_request()

with socketserver.TCPServer(('127.0.0.1', 0), Broken) as server:
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    print(ask(server.server_address, b''))
    thread.join()
