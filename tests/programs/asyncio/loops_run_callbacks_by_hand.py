import asyncio


def say(*words):
    print(*words)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.call_soon(say, "first")
loop.call_later(0.02, say, "later")
loop.call_later(0.01, say, "sooner")
loop.call_later(0.015, say, "cancelled").cancel()
loop.call_soon(say, "second")
loop.call_later(0.03, loop.stop)
loop.run_forever()
print(loop.is_running(), loop.is_closed())

when = loop.time() + 0.01
for i in range(6):
    loop.call_at(when, say, "equal", i)
loop.call_at(when + 0.001, loop.stop)
loop.run_forever()


def again(n):
    print("again", n)
    if n:
        loop.call_soon(again, n - 1)
    else:
        loop.stop()
        loop.call_soon(say, "in the next run")


loop.call_soon(again, 2)
loop.run_forever()
loop.call_soon(loop.stop)
loop.run_forever()


async def stops():
    loop.stop()
    await asyncio.sleep(0.01)


try:
    loop.run_until_complete(stops())
except RuntimeError as error:
    print(error)


async def twice(x):
    return 2 * x


future = loop.create_future()
future.add_done_callback(lambda future: print("done", future.result()))
loop.call_later(0.01, future.set_result, "result")
print(loop.run_until_complete(future))
print(loop.run_until_complete(twice(4)))
print(loop.run_until_complete(asyncio.gather(*map(twice, range(3)))) if False else "")


def factory(loop, coroutine):
    print("factory", coroutine.__name__)
    return asyncio.Task(coroutine, loop=loop)


loop.set_task_factory(factory)
print(loop.run_until_complete(twice(5)), loop.get_task_factory() is factory)
loop.set_task_factory(None)
many = [loop.call_later(100 + i, say) for i in range(150)]
for handle in many:
    handle.cancel()
print(loop.run_until_complete(twice(6)))
for task in asyncio.all_tasks(loop):
    task.cancel()
loop.run_until_complete(asyncio.sleep(0.02))
loop.close()
print(loop)

with asyncio.Runner() as runner:
    print(runner.run(twice(1)), runner.run(twice(2)), runner.get_loop().is_running())
