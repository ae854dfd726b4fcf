import asyncio
import concurrent.futures
import threading
import time


def blocking(value):
    time.sleep(0.01)
    return value, threading.current_thread().name.split("_")[0]


def failing():
    raise OSError("in the thread")


async def to_threads():
    print(await asyncio.to_thread(blocking, 1))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 2))
    with concurrent.futures.ThreadPoolExecutor(1, "own") as pool:
        print(await loop.run_in_executor(pool, blocking, 3))
    try:
        await asyncio.to_thread(failing)
    except OSError as error:
        print(repr(error))
    start = loop.time()
    await asyncio.gather(*(asyncio.to_thread(time.sleep, 0.25) for _ in range(4)))
    print("together", 0.25 <= loop.time() - start < 0.9)


async def from_threads():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    log = []

    async def answer(number):
        await asyncio.sleep(0.01)
        if number < 0:
            raise ValueError(number)
        return number * 2

    def run():
        future = asyncio.run_coroutine_threadsafe(answer(21), loop)
        log.append(future.result())
        try:
            asyncio.run_coroutine_threadsafe(answer(-1), loop).result()
        except ValueError as error:
            log.append(repr(error))
        loop.call_soon_threadsafe(log.append, "called")
        loop.call_soon_threadsafe(event.set)

    thread = threading.Thread(target=run)
    thread.start()
    await event.wait()
    thread.join()
    print(log)


def loop_in_thread():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    print(asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "from the other thread"), loop).result())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    print(loop.is_running(), loop.is_closed())
    loop.close()


asyncio.run(to_threads())
asyncio.run(from_threads())
loop_in_thread()
