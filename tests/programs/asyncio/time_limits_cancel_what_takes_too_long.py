import asyncio


async def slow(log):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "ended all the same"


async def main():
    loop = asyncio.get_running_loop()
    log = []
    try:
        async with asyncio.timeout(0.01) as limit:
            await slow(log)
    except TimeoutError as error:
        print(repr(error), repr(error.__context__), limit, limit.expired(), log)
    async with asyncio.timeout(10) as limit:
        limit.reschedule(loop.time() + 20)
        await asyncio.sleep(0)
    print(limit, limit.expired())
    async with asyncio.timeout(None) as limit:
        print(limit, limit.when())
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("at once")
    try:
        async with asyncio.timeout(1):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
    except TimeoutError:
        print("inner", asyncio.current_task().cancelling())
    try:
        await asyncio.wait_for(slow(log), 0.01)
    except asyncio.TimeoutError as error:
        print(repr(error), repr(error.__cause__), log)
    print(await asyncio.wait_for(stubborn(), 0.01))
    print(await asyncio.wait_for(asyncio.sleep(0.01, "in time"), None))
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except TimeoutError as error:
        print(repr(error))
    print(asyncio.TimeoutError is TimeoutError, asyncio.CancelledError.__mro__)


asyncio.run(main())
