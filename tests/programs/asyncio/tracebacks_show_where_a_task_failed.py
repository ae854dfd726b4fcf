import asyncio
import traceback


async def fails():
    await asyncio.sleep(0)
    raise ValueError("deep")


async def calls():
    return await fails()


async def main():
    task = asyncio.create_task(calls())
    for _ in range(2):
        try:
            await task
        except ValueError:
            traceback.print_exc()
    task = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    waiting = asyncio.create_task(calls())
    await asyncio.sleep(0)
    waiting.print_stack()
    print([frame.f_code.co_name for frame in waiting.get_stack()])
    try:
        await asyncio.gather(waiting, return_exceptions=False)
    except ValueError as error:
        print(len(traceback.extract_tb(error.__traceback__)))
    await asyncio.gather(*[calls()] * 2)


asyncio.run(main())
