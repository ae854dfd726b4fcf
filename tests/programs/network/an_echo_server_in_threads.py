# A server with a thread for each connection, and three clients, in one program.
import socket
import threading

server = socket.create_server(('127.0.0.1', 0))
host, port = server.getsockname()


def serve(connection):
    with connection:
        while data := connection.recv(1024):
            connection.sendall(data.upper())


def accept(count):
    for _ in range(count):
        connection, address = server.accept()
        assert address[0] == '127.0.0.1'
        threading.Thread(target=serve, args=(connection,)).start()


acceptor = threading.Thread(target=accept, args=(3,))
acceptor.start()
for n in range(3):
    with socket.create_connection((host, port)) as client:
        assert client.getpeername() == (host, port)
        client.sendall(f'hello {n}'.encode())
        print(client.recv(1024))
        client.shutdown(socket.SHUT_WR)
        print(client.recv(1024))
acceptor.join()
server.close()
print(server.fileno())
