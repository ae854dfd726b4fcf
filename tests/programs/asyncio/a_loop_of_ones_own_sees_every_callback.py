# Classes may replace call_soon: everything goes through it, tasks' steps and errors included.
import asyncio


class Counting(asyncio.SelectorEventLoop):
    calls = 0

    def call_soon(self, callback, *args, context=None):
        self.calls += 1
        return super().call_soon(callback, *args, context=context)


async def bad():
    await Bad()


class Bad:
    def __await__(self):
        yield 5


async def main():
    await asyncio.sleep(0)
    try:
        await asyncio.create_task(bad())
    except RuntimeError as error:
        print(str(error).split(" at ")[0].split(": ")[0])
    await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda future: print("called"))
    future.set_result(1)
    await asyncio.sleep(0)


loop = Counting()
loop.run_until_complete(main())
print(loop.calls)
loop.set_debug(True)
loop.run_until_complete(main())
loop.close()
