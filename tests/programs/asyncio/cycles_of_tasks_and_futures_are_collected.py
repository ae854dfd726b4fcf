# Tasks, futures, handles and contexts that only refer to each other go away, and what they hold with them.
import asyncio
import contextvars
import gc
import weakref


class Held:
    pass


async def holds(held, future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    gc.collect()
    gc.disable()
    held = Held()
    reference = weakref.ref(held)
    future = loop.create_future()
    future.owner = held
    held.future = future
    task = asyncio.create_task(holds(held, future))
    task._log_destroy_pending = False
    held.task = task
    held.context = contextvars.copy_context()
    held.timer = loop.call_later(1000, print, held)
    held.sleep = asyncio.sleep(0, held)
    held.sleep.send(None)
    await asyncio.sleep(0)
    held.timer.cancel()
    del held, future, task
    print(reference() is None)
    gc.collect()
    print(reference() is None)
    gathered = asyncio.gather(asyncio.sleep(0, Held()), asyncio.sleep(0, Held()))
    await asyncio.sleep(0)
    gathered.itself = gathered
    reference = weakref.ref(gathered)
    del gathered
    gc.collect()
    print(reference() is None, len(asyncio.all_tasks()))
    await asyncio.sleep(0.01)
    gc.collect()
    print(reference() is None, len(asyncio.all_tasks()))


asyncio.run(main())
