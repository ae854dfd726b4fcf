import asyncio


async def work(name, delay, log, error=None):
    try:
        await asyncio.sleep(delay)
        if error:
            raise error
        log.append(f"{name} done")
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def try_group(*jobs, block_error=None):
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(work(name, delay, log, error), name=name) for name, delay, error in jobs]
            log.append(repr(group))
            if block_error:
                await asyncio.sleep(0)
                raise block_error
    except BaseException as error:
        log.append(repr(error))
    print(*log, group, [task.cancelled() for task in tasks], sep="; ")


async def cancelled_from_outside():
    log = []

    async def parent():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("child", 1, log))

    task = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        log.append(repr(error))
    print(*log, task.cancelled(), sep="; ")


async def main():
    await try_group(("a", .01, None), ("b", .05, None))
    await try_group(("a", .01, ValueError(1)), ("b", 1, None))
    await try_group(("a", .01, ValueError(1)), ("b", .01, TypeError(2)))
    await try_group(("a", 1, None), block_error=KeyError("block"))
    await cancelled_from_outside()


asyncio.run(main())
