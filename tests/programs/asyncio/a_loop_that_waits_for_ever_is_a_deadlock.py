# not-python
# exit: 3
# stderr-contains: DEADLOCK
# stderr-contains: task Task-1 awaits at asyncio/a_loop_that_waits_for_ever_is_a_deadlock.py:20: await asyncio.gather(
# stderr-contains: task consumer awaits queue at asyncio/a_loop_that_waits_for_ever_is_a_deadlock.py:12: item = await queue.get()
# stderr-contains: task Task-3 awaits lock at asyncio/a_loop_that_waits_for_ever_is_a_deadlock.py:16: await lock.acquire()
import asyncio


async def consume(queue):
    while True:
        item = await queue.get()

async def lock_twice(lock):
    await lock.acquire()
    await lock.acquire()


async def main():
    await asyncio.gather(
        asyncio.create_task(consume(asyncio.Queue()), name="consumer"), lock_twice(asyncio.Lock()))


asyncio.run(main())
