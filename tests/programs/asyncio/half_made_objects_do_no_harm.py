# not-python
import asyncio


class Half(asyncio.Task):
    def __init__(self):
        pass


def tell(function, *arguments, **keywords):
    try:
        print("gave", function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


async def nop():
    pass


async def main():
    loop = asyncio.get_running_loop()
    half = Half()
    tell(half.result)
    tell(half.add_done_callback, print)
    tell(half.get_coro)
    tell(half.task_wakeup, loop.create_future())
    tell(asyncio.Handle.__new__(asyncio.Handle)._run)
    tell(asyncio.Future.__new__(asyncio.Future).set_result, 1)
    tell(loop.call_soon, print, context=5)
    tell(loop.create_future().add_done_callback, print, context=5)
    coroutine = nop()
    tell(asyncio.create_task, coroutine, context="x")
    coroutine.close()
    handle = loop.call_soon(print, "cancelled")
    handle.cancel()
    tell(handle._run)
    try:
        await half
    except RuntimeError as error:
        print(error)


asyncio.run(main())
# output:
# RuntimeError Half object is not initialized.
# RuntimeError Half object is not initialized.
# gave None
# RuntimeError Half object is not initialized.
# RuntimeError the handle is cancelled, or __init__ has not run
# RuntimeError Future object is not initialized.
# TypeError a contextvars.Context was expected, got 5
# TypeError a contextvars.Context was expected, got 5
# TypeError a contextvars.Context was expected, got 'x'
# RuntimeError the handle is cancelled, or __init__ has not run
# Half object is not initialized.
