import asyncio


def called(future):
    pass


async def child():
    await asyncio.sleep(0.01)
    return 5


async def failing():
    raise ValueError("no")


async def main():
    loop = asyncio.get_running_loop()
    print(loop)
    print(str(asyncio.current_task()).split(" cb=")[0])
    task = asyncio.create_task(child(), name="bob")
    print(task, task.get_name(), task.get_coro().__name__)
    await asyncio.sleep(0)
    print(task)
    for i in range(3):
        task.add_done_callback(called)
        print(task)
    print(task.remove_done_callback(called), task.remove_done_callback(called))
    print(asyncio.gather(task))
    await task
    print(task, task.result(), task.exception(), task.done(), task.cancelled())
    numbered = asyncio.create_task(child())
    print(numbered.get_name())
    numbered.set_name(17)
    print(repr(numbered.get_name()))
    numbered.cancel("a reason")
    print(numbered)
    try:
        await numbered
    except asyncio.CancelledError as error:
        print(repr(error))
    print(numbered, numbered.cancelling(), numbered.uncancel())
    failed = asyncio.create_task(failing())
    await asyncio.sleep(0)
    print(failed)
    print(repr(failed.exception()))
    future = loop.create_future()
    print(future)
    future.set_result("x" * 100)
    print(future)
    future = loop.create_future()
    future.set_exception(KeyError("k"))
    print(future, repr(future.exception()))
    future = asyncio.Future()
    print(future.cancel(), future.cancel(), future)
    handle = loop.call_soon(print, 1, 2)
    print(handle, handle.cancelled())
    handle.cancel()
    print(handle, handle.cancelled())
    timer = loop.call_at(5, called, None)
    print(str(timer).replace(str(timer.when()), "5"))
    timer.cancel()
    print(timer, timer.when())
    print(asyncio.Future, asyncio.Task, type(handle), type(timer), type(loop))
    print(isinstance(loop, asyncio.AbstractEventLoop), asyncio.isfuture(task), asyncio.iscoroutine(task))


asyncio.run(main())
