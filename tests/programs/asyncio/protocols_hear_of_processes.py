import asyncio
import os
import sys


class Protocol(asyncio.SubprocessProtocol):
    def __init__(self, done):
        self.done = done
        self.data = {1: b'', 2: b''}

    def connection_made(self, transport):
        print('made', type(transport).__name__, transport.get_pid() > 0, transport.get_returncode(), transport.is_closing())
        print([type(transport.get_pipe_transport(fd)).__name__ for fd in range(4)])
        self.transport = transport

    def pipe_data_received(self, fd, data):
        self.data[fd] += data

    def pipe_connection_lost(self, fd, exc):
        print('lost', fd, exc)

    def process_exited(self):
        print('exited', self.transport.get_returncode())

    def connection_lost(self, exc):
        print('connection lost', exc, self.data)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    code = 'import sys, time; print(sys.stdin.read()); time.sleep(0.2); print("e", file=sys.stderr); time.sleep(0.2)'
    transport, protocol = await loop.subprocess_exec(lambda: Protocol(done), sys.executable, '-c', code)
    stdin = transport.get_pipe_transport(0)
    stdin.write(b'hello')
    stdin.writelines([b', ', b'world'])
    print(stdin.can_write_eof(), stdin.get_write_buffer_size(), stdin.get_write_buffer_limits(), stdin.is_closing())
    print(type(transport.get_extra_info('subprocess')).__name__, transport.get_protocol() is protocol)
    stdin.write_eof()
    await done
    transport.close()
    try:
        transport.kill()
    except ProcessLookupError as error:
        print(repr(error))

    done = loop.create_future()
    transport, protocol = await loop.subprocess_exec(lambda: Protocol(done), sys.executable, '-c', 'import time; time.sleep(9)',
                                                     stdin=None, stderr=None)
    transport.close()  # kills it
    transport.close()
    await done
    print(transport.get_returncode())


class Reader(asyncio.Protocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        print('reader made', type(transport).__name__)

    def data_received(self, data):
        print('got', data)

    def eof_received(self):
        print('eof')

    def connection_lost(self, exc):
        print('reader lost', exc)
        self.done.set_result(None)


async def pipes():
    loop = asyncio.get_running_loop()
    reading, writing = os.pipe()
    done = loop.create_future()
    transport, _ = await loop.connect_read_pipe(lambda: Reader(done), os.fdopen(reading, 'rb', 0))
    writer, protocol = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(writing, 'wb', 0))
    writer.write(b'first')
    await asyncio.sleep(0.1)
    transport.pause_reading()
    writer.write(bytearray(b'second'))
    await asyncio.sleep(0.1)
    print('paused')
    transport.resume_reading()
    await asyncio.sleep(0.1)
    writer.close()
    await done
    print(transport.is_closing(), writer.is_closing())
    with open('/tmp/plain', 'w+') as plain:
        for connect in loop.connect_read_pipe, loop.connect_write_pipe:
            try:
                await connect(asyncio.BaseProtocol, plain)
            except ValueError as error:
                print(error)

    # The other end goes first.
    reading, writing = os.pipe()
    done = loop.create_future()
    writer, protocol = await loop.connect_write_pipe(lambda: Reader(done), os.fdopen(writing, 'wb', 0))
    print(str(writer).split(' fd=')[0], str(writer).split(' ', 2)[2])
    os.close(reading)
    await done
    print(writer._pipe)


async def standard_output():
    loop = asyncio.get_running_loop()
    reading, writing = os.pipe()
    stream = asyncio.StreamReader()
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(stream), os.fdopen(reading))
    os.write(writing, b'one\ntwo\n')
    os.close(writing)
    print([line async for line in stream])
    transport.close()


asyncio.run(main())
asyncio.run(pipes())
asyncio.run(standard_output())
