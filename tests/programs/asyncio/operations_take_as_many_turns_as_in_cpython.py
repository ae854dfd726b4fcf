# How many turns of the loop pass while one task awaits something.
import asyncio


class Turns:
    count = 0
    running = True

    def turn(self):
        self.count += 1
        if self.running:
            asyncio.get_running_loop().call_soon(self.turn)


async def nop():
    pass


async def count(name, awaitable):
    turns = Turns()
    asyncio.get_running_loop().call_soon(turns.turn)
    await asyncio.sleep(0)
    before = turns.count
    result = await awaitable()
    print(name, turns.count - before, result)
    turns.running = False
    await asyncio.sleep(0)


async def event_set_by_another():
    event = asyncio.Event()
    task = asyncio.create_task(set_event(event))
    await event.wait()
    await task


async def set_event(event):
    event.set()


async def item_put_by_another():
    queue = asyncio.Queue()
    task = asyncio.create_task(queue.put(1))
    item = await queue.get()
    await task
    return item


async def lock_handed_over():
    lock = asyncio.Lock()
    await lock.acquire()

    async def take():
        async with lock:
            pass

    task = asyncio.create_task(take())
    await asyncio.sleep(0)
    lock.release()
    await task


async def cancel_and_await():
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return "cancelled"


async def in_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(nop())


async def condition():
    condition = asyncio.Condition()

    async def tell():
        async with condition:
            condition.notify()

    async with condition:
        task = asyncio.create_task(tell())
        await condition.wait()
    await task


async def timed_block():
    async with asyncio.timeout(1):
        await nop()


async def main():
    await count("coroutine", nop)
    await count("sleep(0)", lambda: asyncio.sleep(0, "x"))
    await count("task", lambda: asyncio.create_task(nop()))
    await count("gather", lambda: asyncio.gather(nop(), nop(), nop()))
    await count("wait", lambda: asyncio.wait({asyncio.create_task(asyncio.sleep(0))}, return_when=asyncio.FIRST_COMPLETED)
                if False else nop())
    await count("shield", lambda: asyncio.shield(nop()))
    await count("wait_for", lambda: asyncio.wait_for(nop(), 1))
    await count("event", event_set_by_another)
    await count("queue", item_put_by_another)
    await count("lock", lock_handed_over)
    await count("cancel", cancel_and_await)
    await count("group", in_group)
    await count("condition", condition)
    await count("timeout", timed_block)


asyncio.run(main())
