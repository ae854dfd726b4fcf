# UDP: each datagram is one, whoever sent it is known, too long ones are cut.
import socket
import threading

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print(server.getsockname())
server.bind(('127.0.0.1', 0))
address = server.getsockname()


def serve():
    while True:
        data, sender = server.recvfrom(100)
        if data == b'stop':
            break
        server.sendto(data[::-1], sender)


thread = threading.Thread(target=serve)
thread.start()
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for word in b'abc', b'defg', b'':
    client.sendto(word, address)
    data, sender = client.recvfrom(100)
    print(data, sender == address)
client.connect(address)
client.send(b'connected')
print(client.recv(100), client.getpeername() == address)
client.send(b'long enough')
print(client.recv(4))
client.settimeout(0.02)
try:
    client.recv(10)
except TimeoutError as e:
    print(e)
client.send(b'stop')
thread.join()
server.close()
print(client.send(b'to nobody'))
try:
    client.recv(1)
except ConnectionRefusedError as e:
    print(e)
client.close()
