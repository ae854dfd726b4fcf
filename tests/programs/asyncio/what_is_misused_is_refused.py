import asyncio
import threading


async def nop():
    return 5


def tell(function, *arguments, **keywords):
    try:
        print("gave", function(*arguments, **keywords))
    except BaseException as error:
        print(repr(error))


async def tell_async(awaitable):
    try:
        print("gave", await awaitable)
    except BaseException as error:
        print(repr(error))


def in_thread():
    tell(asyncio.get_event_loop)


thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
tell(asyncio.get_running_loop)
loop = asyncio.get_event_loop()
print(loop)
tell(loop.run_until_complete, nop())
tell(loop.run_until_complete, 5)
tell(asyncio.run, 5)
tell(asyncio.current_task)
coroutine = nop()
tell(asyncio.create_task, coroutine)
tell(loop.run_until_complete, asyncio.wait([coroutine]))
coroutine.close()


async def main():
    coroutine = nop()
    tell(asyncio.run, coroutine)
    tell(loop.run_until_complete, coroutine)
    tell(loop.run_forever)
    other = asyncio.new_event_loop()
    tell(asyncio.get_running_loop().close)
    try:
        await other.create_future()
    except RuntimeError as error:
        print(str(error).split("/")[0].split("cb=")[0], str(error).split("> got")[1])
    other.close()
    await tell_async(asyncio.wait([]))
    await tell_async(asyncio.wait(coroutine))
    await tell_async(asyncio.wait_for(asyncio.sleep(1), 0.01))
    await tell_async(asyncio.sleep("x"))
    tell(asyncio.create_task, 5)
    tell(asyncio.gather, 5)
    await tell_async(asyncio.gather())
    tell(asyncio.current_task().set_result, 1)
    tell(asyncio.current_task().set_exception, 1)
    future = asyncio.Future()
    tell(future.result)
    tell(future.exception)
    tell(future.set_result, 1)
    tell(future.set_result, 2)
    tell(future.set_exception, KeyError())
    tell(asyncio.Future().set_exception, 3)
    tell(asyncio.Future().set_exception, StopIteration)
    tell(asyncio.Lock().release)
    tell(asyncio.Semaphore, -1)
    tell(asyncio.BoundedSemaphore(1).release)
    tell(asyncio.Condition().notify)
    await tell_async(asyncio.Condition().wait())
    tell(asyncio.Barrier, 0)
    tell(asyncio.Queue().get_nowait)
    tell(asyncio.Queue().task_done)
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    tell(queue.put_nowait, 2)
    tell(asyncio.TaskGroup().create_task, coroutine)
    tell(asyncio.run_coroutine_threadsafe, 5, loop)
    tell(loop.set_exception_handler, 5)
    tell(loop.set_task_factory, 5)
    coroutine.close()


asyncio.run(main())
loop.close()
coroutine = nop()
tell(loop.run_until_complete, coroutine)
tell(loop.call_soon, print)
tell(loop.call_later, 1, print)
tell(loop.create_task, coroutine)
coroutine.close()
print(loop)
tell(asyncio.get_event_loop)
