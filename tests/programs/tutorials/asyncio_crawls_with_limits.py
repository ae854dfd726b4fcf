import asyncio
import contextlib
import time

PAGES = {'/': ['/a', '/b'], '/a': ['/a/1', '/a/2', '/'], '/b': ['/b/1', '/a'], '/a/1': [], '/a/2': ['/missing'], '/b/1': ['/slow'], '/slow': []}


class Site:
    def __init__(self, limit):
        self.limit = asyncio.Semaphore(limit)
        self.now = self.most = 0

    async def fetch(self, path):
        async with self.limit:
            self.now += 1
            self.most = max(self.most, self.now)
            try:
                await asyncio.sleep(0.2 if path == '/slow' else 0.01)
                if path not in PAGES:
                    raise LookupError(path)
                return PAGES[path]
            finally:
                self.now -= 1


async def crawl(site, workers):
    queue, seen, results = asyncio.Queue(), {'/'}, {}

    async def worker(name):
        while True:
            path = await queue.get()
            try:
                links = await asyncio.wait_for(site.fetch(path), 0.1)
                results[path] = len(links)
                for link in links:
                    if link not in seen:
                        seen.add(link)
                        queue.put_nowait(link)
            except (LookupError, asyncio.TimeoutError) as error:
                results[path] = type(error).__name__
            finally:
                queue.task_done()

    queue.put_nowait('/')
    tasks = [asyncio.create_task(worker(i), name=f'worker-{i}') for i in range(workers)]
    await queue.join()
    for task in tasks:
        task.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    return results, [type(each).__name__ for each in ended]


async def ticker(delay, count):
    for i in range(count):
        await asyncio.sleep(delay)
        yield i


@contextlib.asynccontextmanager
async def transaction(log):
    log.append('begin')
    try:
        yield log
    except ValueError:
        log.append('rollback')
    else:
        log.append('commit')


async def main():
    site = Site(2)
    results, ended = await crawl(site, 3)
    print(dict(sorted(results.items())), site.most, ended)
    print([i async for i in ticker(0.001, 4) if i % 2], [await asyncio.sleep(0, n) for n in range(3)])
    log = []
    async with transaction(log):
        log.append('work')
    async with transaction(log):
        raise ValueError
    print(log)
    begin = time.monotonic()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.sleep(0.03, n)) for n in range(5)]
    print([task.result() for task in tasks], time.monotonic() - begin < 0.1)
    try:
        async with asyncio.timeout(0.02):
            await asyncio.Event().wait()
    except TimeoutError:
        print('timed out')
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (0.01, 0.3)],
                                       return_when=asyncio.FIRST_COMPLETED)
    print([task.result() for task in done], len(pending))
    for task in pending:
        task.cancel()
    condition, order = asyncio.Condition(), []

    async def waiter(n):
        async with condition:
            await condition.wait_for(lambda: len(order) == n)
            order.append(n)
            condition.notify_all()

    await asyncio.gather(*(waiter(n) for n in (2, 0, 1)))
    print(order)
    print(await asyncio.to_thread(sum, range(10)), await asyncio.get_running_loop().run_in_executor(None, max, 3, 4))
    for future in asyncio.as_completed([asyncio.sleep(0.02, 'b'), asyncio.sleep(0.01, 'a')]):
        print(await future)
    shielded = asyncio.ensure_future(asyncio.sleep(0.02, 'survived'))
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 0.005)
    except asyncio.TimeoutError:
        print(await shielded)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(1))
            group.create_task(site.fetch('/nowhere'))
    except* LookupError as errors:
        print([str(error) for error in errors.exceptions])


asyncio.run(main())
