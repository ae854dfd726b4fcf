import asyncio
import time


async def tick(log):
    for _ in range(3):
        log.append("tick")
        await asyncio.sleep(0.01)


async def block(log):
    await asyncio.sleep(0.005)
    log.append("block")
    time.sleep(0.05)
    log.append("unblock")


async def main():
    log = []
    await asyncio.gather(tick(log), block(log))
    print(*log)
    start = time.perf_counter()
    await asyncio.gather(*(asyncio.sleep(0.05) for _ in range(100)))
    print(0.05 <= time.perf_counter() - start < 2)


asyncio.run(main())
