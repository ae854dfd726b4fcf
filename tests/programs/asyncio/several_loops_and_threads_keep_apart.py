# Each thread runs a loop of its own; contexts, current tasks and running loops do not mix.
import asyncio
import contextvars
import threading

variable = contextvars.ContextVar("variable", default="none")


async def work(name, log):
    variable.set(name)
    for i in range(3):
        await asyncio.sleep(0.01)
        assert variable.get() == name
        assert asyncio.current_task().get_name() == name
        assert asyncio.get_running_loop().is_running()
    log.append((name, len(asyncio.all_tasks())))


def run(name, log):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(loop.create_task(work(name, log), name=name))
    finally:
        loop.close()


log = []
threads = [threading.Thread(target=run, args=(f"thread {i}", log)) for i in range(4)]
for thread in threads:
    thread.start()
run("main", log)
for thread in threads:
    thread.join()
print(sorted(log), variable.get())

loop = asyncio.new_event_loop()
first = loop.run_until_complete(asyncio.gather(*[]) if False else asyncio.sleep(0, "first"))
print(first)


async def outer():
    other = asyncio.new_event_loop()
    thread = threading.Thread(target=lambda: results.append(other.run_until_complete(asyncio.sleep(0.01, "inner"))))
    thread.start()
    await asyncio.to_thread(thread.join)
    other.close()
    return results


results = []
print(loop.run_until_complete(outer()))
gathered = asyncio.gather(loop.create_task(asyncio.sleep(0, 1)), loop.create_task(asyncio.sleep(0, 2)))
print(loop.run_until_complete(gathered))
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
