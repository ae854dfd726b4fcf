import asyncio


async def after(delay, value):
    await asyncio.sleep(delay)
    if isinstance(value, Exception):
        raise value
    return value


async def main():
    print(await asyncio.gather(after(.02, 1), after(.01, 2), after(0, 3)))
    print(await asyncio.gather(after(.01, 1), after(0, ValueError("x")), return_exceptions=True))
    survivor = asyncio.create_task(after(.02, "survives"))
    try:
        await asyncio.gather(survivor, after(0, ValueError("first")), after(.01, KeyError("second")))
    except ValueError as error:
        print(repr(error), survivor.done())
    print(await survivor)
    same = after(0, "same")
    print(await asyncio.gather(same, same))

    tasks = [asyncio.create_task(after(delay, delay), name=f"after {delay}") for delay in (.09, .01, .06)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(task.get_name() for task in done), sorted(task.get_name() for task in pending))
    done, pending = await asyncio.wait(tasks, timeout=0.005)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending))
    tasks = [asyncio.create_task(after(.01, KeyError("k"))), asyncio.create_task(after(.03, 1))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(task.exception()) for task in done], len(pending))
    for task in pending:
        task.cancel()

    for soonest in asyncio.as_completed([after(.03, "c"), after(.01, "a"), after(.02, "b")]):
        print(await soonest)
    try:
        for soonest in asyncio.as_completed([after(.01, 1), after(1, 2)], timeout=.1):
            print(await soonest)
    except TimeoutError as error:
        print(repr(error))

    inner = asyncio.create_task(after(.01, "shielded"))
    outer = asyncio.shield(inner)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled", inner.cancelled())
    print(await inner)
    gathered = asyncio.gather(after(1, 1), after(1, 2))
    await asyncio.sleep(0)
    print(gathered.cancel())
    try:
        await gathered
    except asyncio.CancelledError as error:
        print(repr(error), gathered.cancelled())


asyncio.run(main())
