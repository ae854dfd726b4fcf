# exit: 1
import asyncio
import signal


async def inner():
    await asyncio.sleep(0.01)
    return {}["missing"]


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, print, "never")
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    for wrong in "x", 1000, signal.SIGKILL:
        try:
            loop.add_signal_handler(wrong, print)
        except (TypeError, ValueError, RuntimeError) as error:
            print(repr(error))
    await inner()


asyncio.run(main())
