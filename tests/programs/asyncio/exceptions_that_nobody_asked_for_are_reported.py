import asyncio
import gc


async def failing():
    raise ValueError("lost")


async def main():
    loop = asyncio.get_running_loop()
    asyncio.create_task(failing())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()
    future = loop.create_future()
    future.set_exception(KeyError("never seen"))
    del future
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.call_soon(int, "x")
    await asyncio.sleep(0.01)

    def handler(loop, context):
        print(sorted(context), context["message"], repr(context.get("exception")))

    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    asyncio.create_task(failing())
    await asyncio.sleep(0.01)
    gc.collect()
    loop.set_exception_handler(lambda loop, context: 1 / 0)
    loop.call_soon(int, "y")
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "by hand", "other": 5})


asyncio.run(main())
