import array
import socket

left, right = socket.socketpair()
print(left.sendmsg([b'one', bytearray(b' two'), memoryview(b' three')]), left.sendmsg([]))
print(right.recvmsg(5))
buffers = [bytearray(4), bytearray(3), array.array('B', bytes(10))]
print(right.recvmsg_into(buffers), buffers)
left.close()
print(right.recvmsg(10), right.recvmsg(10, 64))
try:
    right.sendmsg([b'x'])
except OSError as error:
    print(error)
for wrong in (lambda: right.sendmsg(['text']), lambda: right.sendmsg(3), lambda: right.recvmsg(-1), lambda: right.recvmsg_into([b'x'])):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
right.close()

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
    server.bind(('127.0.0.1', 0))
    client.bind(('127.0.0.1', 0))
    print(client.sendmsg([b'data', b'gram'], [], 0, server.getsockname()))
    data, ancillary, flags, address = server.recvmsg(100)
    print(data, ancillary, flags, address == client.getsockname())
    client.connect(server.getsockname())
    print(client.sendmsg([b'x'] * 3), server.recvmsg(100)[0])

with socket.create_server(('127.0.0.1', 0)) as listening, socket.create_connection(listening.getsockname()) as client:
    connection, _ = listening.accept()
    with connection:
        print(client.sendmsg((b'a', b'b')), connection.recvmsg(10))
