# tasks that each await asyncio.sleep(0), all at once: one task
import asyncio


async def nap():
    await asyncio.sleep(0)


async def main():
    tasks = [asyncio.create_task(nap()) for _ in range(60_000)]
    for task in tasks:
        await task


asyncio.run(main())
