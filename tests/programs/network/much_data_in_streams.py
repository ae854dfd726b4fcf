# More than fits the buffers: drain() waits, the reader holds the writer back.
import asyncio


async def handle(reader, writer):
    total = 0
    while data := await reader.read(100_000):
        total += len(data)
    writer.write(str(total).encode())
    await writer.drain()
    writer.close()


async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        for _ in range(20):
            writer.write(bytes(1_000_000))
            await writer.drain()
        writer.write_eof()
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
