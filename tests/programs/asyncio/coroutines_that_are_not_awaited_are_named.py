import asyncio


async def work():
    await asyncio.sleep(0)


async def main():
    work()
    asyncio.sleep(1)
    print(repr(asyncio.sleep(1)).split(" at ")[0])
    task = work()
    print(asyncio.iscoroutine(task), asyncio.iscoroutinefunction(work), asyncio.iscoroutinefunction(asyncio.sleep),
          asyncio.iscoroutinefunction(main()), asyncio.iscoroutinefunction(print))
    await task


asyncio.run(main())
