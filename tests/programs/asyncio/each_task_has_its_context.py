import asyncio
import contextvars

variable = contextvars.ContextVar("variable", default="unset")


async def child(value):
    before = variable.get()
    variable.set(value)
    await asyncio.sleep(0)
    return before, variable.get()


def callback(label):
    print(label, variable.get())
    variable.set("of the callback")


async def main():
    variable.set("main")
    print(await asyncio.gather(child(1), child(2)))
    print(variable.get(), await child("direct"), variable.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, "soon")
    variable.set("changed")
    context = contextvars.copy_context()
    context.run(variable.set, "in a context of its own")
    loop.call_soon(callback, "own", context=context)
    await asyncio.sleep(0)
    print(variable.get(), context[variable])
    task = asyncio.create_task(child("in context"), context=context)
    print(await task, context[variable])
    print(await asyncio.to_thread(variable.get))
    future = loop.create_future()
    future.add_done_callback(lambda future: print("done", variable.get()))
    variable.set("after")
    future.set_result(None)
    await asyncio.sleep(0)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child("x"), context=context)
    print(task.result(), variable.get())


asyncio.run(main())
print(variable.get())
