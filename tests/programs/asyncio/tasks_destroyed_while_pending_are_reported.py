import asyncio
import gc


async def waits():
    await asyncio.get_running_loop().create_future()


async def main():
    asyncio.create_task(waits())
    await asyncio.sleep(0)
    gc.collect()
    print("collected")


asyncio.run(main())
