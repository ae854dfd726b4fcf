# Servers and connections of asyncio: streams, protocols, datagrams, sockets of one's own.
import asyncio
import socket


async def handle(reader, writer):
    print('connected', writer.get_extra_info('peername')[0])
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    print('end', reader.at_eof())
    writer.close()
    await writer.wait_closed()


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        print('data', data)
        self.transport.write(data[::-1])

    def eof_received(self):
        print('eof')

    def connection_lost(self, exc):
        print('lost', exc)


class Datagrams(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print('datagram', data, addr[0])


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'abc\ndef\n')
    print(await reader.readline(), await reader.readexactly(4))
    writer.writelines([b'x', b'y\n'])
    print(await reader.readuntil(b'Y'), await reader.read(10))
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    print(writer.is_closing())
    for attempt in (lambda: asyncio.open_connection('127.0.0.1', 1), lambda: asyncio.open_connection('no-such-host.invalid', 1),
                    lambda: reader.readexactly(2), lambda: reader.readuntil(b'')):
        try:
            print(await attempt())
        except Exception as e:
            print(repr(e))
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    try:
        await asyncio.wait_for(reader.read(10), 0.05)
    except TimeoutError as e:
        print(repr(e))
    writer.close()

    async def client(n):
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        writer.write(f'client {n}\n'.encode())
        answer = await reader.readline()
        writer.close()
        await writer.wait_closed()
        return answer

    print(await asyncio.gather(*(client(n) for n in range(5))))
    await asyncio.sleep(0.05)
    server.close()
    await server.wait_closed()
    print(server.sockets, server.is_serving())

    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, '127.0.0.1', 0)
    transport, protocol = await loop.create_connection(asyncio.Protocol, *server.sockets[0].getsockname())
    transport.write(b'ping')
    await asyncio.sleep(0.05)
    transport.close()
    await asyncio.sleep(0.05)
    server.close()

    one, _ = await loop.create_datagram_endpoint(Datagrams, local_addr=('127.0.0.1', 0))
    two, _ = await loop.create_datagram_endpoint(Datagrams, remote_addr=one.get_extra_info('sockname'))
    two.sendto(b'hello')
    await asyncio.sleep(0.05)
    one.close()
    two.close()

    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    receiving = asyncio.create_task(loop.sock_recv(b, 100))
    await asyncio.sleep(0.01)
    await loop.sock_sendall(a, b'by the loop')
    print(await receiving)
    seen = asyncio.Event()
    loop.add_reader(b, seen.set)
    a.send(b'x')
    await seen.wait()
    print(b.recv(1), loop.remove_reader(b), loop.remove_reader(b))
    big = bytes(3_000_000)
    sending = asyncio.create_task(loop.sock_sendall(a, big))
    received = 0
    while received < len(big):
        received += len(await loop.sock_recv(b, 65536))
    await sending
    print(received)
    a.close()
    b.close()


asyncio.run(main())
