# stderr-contains: Executing <Task finished name='Task-2' coro=<slow() done, defined at
# stderr-contains: took 0.3
# stderr-contains: Executing <Handle block() at
import asyncio
import time


async def slow():
    time.sleep(0.3)


def block():
    time.sleep(0.15)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await asyncio.create_task(slow())
    loop.call_soon(block)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 1
    await asyncio.create_task(slow())
    for what in loop.call_soon, loop.call_soon_threadsafe:
        try:
            what(slow)
        except TypeError as error:
            print(error)
    try:
        loop.call_soon(5)
    except TypeError as error:
        print(error)
    try:
        await asyncio.to_thread(loop.call_soon, print)
    except RuntimeError as error:
        print(error)


asyncio.run(main(), debug=True)
