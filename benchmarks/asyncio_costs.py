"""What operations of asyncio cost, in microseconds: run it under gilsim (virtual time) and under a real Python.

    gilsim run -q --python 3.11 benchmarks/asyncio_costs.py
"""
import asyncio
import time

COUNT = 500
ROUNDS = 20


async def nothing():
    pass


async def switches():
    async def turns():
        for _ in range(COUNT // 2):
            await asyncio.sleep(0)

    await asyncio.gather(turns(), turns())


async def hops():
    loop, future, left = asyncio.get_running_loop(), asyncio.Future(), COUNT

    def hop():
        nonlocal left
        left -= 1
        if left:
            loop.call_soon(hop)
        else:
            future.set_result(None)

    hop()
    await future


async def tasks():
    for _ in range(COUNT):
        await asyncio.create_task(nothing())


async def gathered():
    await asyncio.gather(*[nothing() for _ in range(COUNT)])


async def coroutines():
    for _ in range(COUNT):
        await nothing()


async def queues():
    there, back = asyncio.Queue(), asyncio.Queue()

    async def echo():
        for _ in range(COUNT):
            back.put_nowait(await there.get())

    task = asyncio.create_task(echo())
    for _ in range(COUNT):
        there.put_nowait(1)
        await back.get()
    await task


async def executor():
    loop = asyncio.get_running_loop()
    for _ in range(COUNT):
        await loop.run_in_executor(None, int)


async def timers():
    loop = asyncio.get_running_loop()
    for _ in range(COUNT):
        loop.call_later(100, int).cancel()


async def measure(operation):
    start = time.perf_counter()
    await operation()
    return (time.perf_counter() - start) / COUNT * 1e6


for operation in switches, hops, tasks, gathered, coroutines, queues, executor, timers:
    print(f'{operation.__name__:12} {min(asyncio.run(measure(operation)) for _ in range(ROUNDS)):8.2f}')
