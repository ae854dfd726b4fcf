# not-python
# exit: 3
# stderr-contains: DEADLOCK
# stderr-contains: task Task-2 awaits one at asyncio/tasks_that_wait_for_each_other_are_named_with_their_locks.py:14:
# stderr-contains: task Task-3 awaits other at asyncio/tasks_that_wait_for_each_other_are_named_with_their_locks.py:14:
# stderr-contains: task Task-4 awaits items
# stderr-contains: task last awaits Task-4 at
import asyncio


async def take_both(first, second):
    async with first, asyncio.timeout(None):
        await asyncio.sleep(0.1)
        await second.acquire()


async def main():
    one, other, items = asyncio.Lock(), asyncio.Lock(), asyncio.Queue()
    tasks = [asyncio.create_task(take_both(other, one)), asyncio.create_task(take_both(one, other)),
             asyncio.create_task(items.get())]

    async def last():
        await tasks[2]
    await asyncio.gather(*tasks, asyncio.create_task(last(), name='last'))

asyncio.run(main())
