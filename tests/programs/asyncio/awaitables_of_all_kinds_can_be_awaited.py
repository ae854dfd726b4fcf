import asyncio
import types


class Awaitable:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


class Foreign:
    """A future of somebody else's, by its attribute."""
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self.loop, self.callbacks, self.value = loop, [], None

    def get_loop(self):
        return self.loop

    def add_done_callback(self, callback, *, context=None):
        self.callbacks.append((callback, context))

    def remove_done_callback(self, callback):
        self.callbacks = [pair for pair in self.callbacks if pair[0] != callback]

    def finish(self, value):
        self.value = value
        for callback, context in self.callbacks:
            self.loop.call_soon(callback, self, context=context)

    def result(self):
        return self.value

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.value


@types.coroutine
def yields(value):
    yield value


async def bad(value):
    await yields(value)


async def main():
    loop = asyncio.get_running_loop()
    print(await Awaitable(1), await asyncio.ensure_future(Awaitable(2)), await asyncio.gather(Awaitable(3), Awaitable(4)))
    foreign = Foreign(loop)
    loop.call_later(0.01, foreign.finish, "foreign")
    print(await foreign)
    print(await asyncio.create_task(yields(None)))
    for value in 5, loop.create_future(), (i for i in range(3)):
        try:
            await asyncio.create_task(bad(value))
        except RuntimeError as error:
            print(str(error).split(" with ")[0].split(" at ")[0])

    async def awaits_itself():
        await asyncio.current_task()

    try:
        await asyncio.create_task(awaits_itself(), name="me")
    except RuntimeError as error:
        print(str(error).split(" at ")[0])


asyncio.run(main())
