# Three tasks that log and let go in turn; timers of equal length go off in the order in which they were set.
import asyncio


async def turns(name, log):
    for i in range(3):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)


async def after(delay, name, log):
    await asyncio.sleep(delay)
    log.append(name)


async def main():
    log = ["main"]
    tasks = [asyncio.create_task(turns(name, log)) for name in "ABC"]
    for task in tasks:
        await task
    log.append("end")
    print(*log)
    log = []
    await asyncio.gather(after(.03, "c", log), after(.01, "a", log), after(.02, "b", log), after(.01, "a2", log))
    print(*log)


asyncio.run(main())
