import asyncio


async def cleans_up(log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        log.append(f"cancelled {error.args}")
        await asyncio.sleep(0.01)
        log.append("cleaned up")
        raise
    finally:
        log.append("finally")


async def refuses():
    try:
        await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        pass
    await asyncio.sleep(0.01)
    return "went on"


async def nested(log):
    await cleans_up(log)


async def main():
    log = []
    task = asyncio.create_task(nested(log))
    await asyncio.sleep(0)
    print(task.cancel("why"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), *log, sep="; ")
    print(task.cancelled(), task.cancel())
    task = asyncio.create_task(refuses())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelling(), task.cancelled())
    task = asyncio.create_task(refuses())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("never began")

    async def waits_for(other):
        await other

    inner = asyncio.create_task(asyncio.sleep(10))
    outer = asyncio.create_task(waits_for(inner))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(inner.cancelled(), outer.cancelled())

    async def cancels_itself():
        asyncio.current_task().cancel()
        print("still here")
        await asyncio.sleep(0)
        print("not here")

    try:
        await asyncio.create_task(cancels_itself())
    except asyncio.CancelledError:
        print("cancelled itself")
    left = asyncio.create_task(cleans_up(left_log), name="left behind")
    await asyncio.sleep(0)
    print(sorted(task.get_name() for task in asyncio.all_tasks()))


left_log = []
asyncio.run(main())
print(left_log)
