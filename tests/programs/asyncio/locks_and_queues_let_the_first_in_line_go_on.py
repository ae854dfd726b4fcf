import asyncio


async def locks():
    log, lock = [], asyncio.Lock()

    async def use(name):
        async with lock:
            log.append(name)
            await asyncio.sleep(0.01 if name == "a" else 0)

    tasks = [asyncio.create_task(use(name)) for name in "abcd"]
    await asyncio.sleep(0)
    print(str(lock).split(" object")[0], lock.locked(), repr(lock).split("[")[1])
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(*log, repr(lock).split("[")[1])


async def semaphores():
    log, semaphore = [], asyncio.Semaphore(2)

    async def use(name, delay):
        async with semaphore:
            log.append(f"+{name}")
            await asyncio.sleep(delay)
            log.append(f"-{name}")

    print(repr(semaphore).split("[")[1])
    tasks = [asyncio.create_task(use(name, delay)) for name, delay in (("a", .06), ("b", .02), ("c", .08), ("d", 0))]
    await asyncio.sleep(0)
    print(repr(semaphore).split("[")[1])
    await asyncio.gather(*tasks)
    print(*log)


async def events_and_conditions():
    log, event, condition = [], asyncio.Event(), asyncio.Condition()

    async def wait_for_event(name):
        await event.wait()
        log.append(name)

    async def wait_for_condition(name):
        async with condition:
            await condition.wait()
            log.append(name)

    tasks = [asyncio.create_task(wait_for_event(f"e{i}")) for i in range(3)]
    tasks += [asyncio.create_task(wait_for_condition(f"c{i}")) for i in range(3)]
    await asyncio.sleep(0)
    print(repr(event).split("[")[1], repr(condition).split("[")[1])
    event.set()
    async with condition:
        condition.notify(2)
    await asyncio.sleep(0.01)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(*log, event.is_set())


async def queues():
    queue, log = asyncio.Queue(2), []

    async def producer():
        for i in range(5):
            await queue.put(i)
            log.append(f"put {i}")

    async def consumer(name):
        while True:
            item = await queue.get()
            log.append(f"{name} got {item}")
            queue.task_done()

    consumers = [asyncio.create_task(consumer(name)) for name in "xy"]
    await producer()
    await queue.join()
    for task in consumers:
        task.cancel()
    print(*log, sep="; ")
    print(queue, queue.empty(), queue.full(), queue.qsize(), queue.maxsize)
    for kind in asyncio.PriorityQueue, asyncio.LifoQueue:
        queue = kind()
        for item in 3, 1, 2:
            queue.put_nowait(item)
        print(queue, [queue.get_nowait() for _ in range(3)])


async def barriers():
    barrier, log = asyncio.Barrier(3), []

    async def pass_by(name):
        async with barrier as place:
            log.append((name, place))

    tasks = [asyncio.create_task(pass_by(name)) for name in "ab"]
    await asyncio.sleep(0)
    print(repr(barrier).split("[")[1], barrier.parties, barrier.n_waiting, barrier.broken)
    await pass_by("c")
    await asyncio.gather(*tasks)
    print(sorted(log))
    task = asyncio.create_task(pass_by("d"))
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await task
    except asyncio.BrokenBarrierError as error:
        print(repr(error), barrier.broken, repr(barrier).split("[")[1])


async def main():
    await locks()
    await semaphores()
    await events_and_conditions()
    await queues()
    await barriers()


asyncio.run(main())
