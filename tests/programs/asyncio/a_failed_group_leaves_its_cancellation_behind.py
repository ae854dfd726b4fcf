import asyncio


async def fail():
    raise LookupError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
    except* LookupError:
        print('failed', asyncio.current_task().cancelling())
    # So what is cancelled afterwards is not the timeout's alone.
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print('timed out')
    except asyncio.CancelledError:
        print('cancelled', asyncio.current_task().cancelling())


asyncio.run(main())
