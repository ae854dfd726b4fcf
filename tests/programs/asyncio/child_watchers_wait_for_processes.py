import asyncio
import sys
import threading
import warnings

warnings.simplefilter('ignore', DeprecationWarning)


async def run(code):
    process = await asyncio.create_subprocess_exec(sys.executable, '-c', code)
    names = [thread.name for thread in threading.enumerate()][1:]
    return await process.wait(), names[-1:] if isinstance(asyncio.get_child_watcher(), asyncio.ThreadedChildWatcher) else []


watcher = asyncio.get_child_watcher()
print(type(watcher).__name__, watcher.is_active(), watcher is asyncio.get_event_loop_policy().get_child_watcher())
print(asyncio.run(run('exit(1)')))
print(asyncio.run(run('exit(2)')))
print(watcher.remove_child_handler(1))

for kind in asyncio.SafeChildWatcher, asyncio.FastChildWatcher, asyncio.MultiLoopChildWatcher, asyncio.ThreadedChildWatcher:
    watcher = kind()
    print(kind.__name__, watcher.is_active(), isinstance(watcher, asyncio.AbstractChildWatcher))
    asyncio.set_child_watcher(watcher)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(run('exit(3)')), watcher.is_active())
    asyncio.set_event_loop(None)
    loop.close()
watcher = asyncio.SafeChildWatcher()
asyncio.set_child_watcher(watcher)


async def without():
    try:
        await run('')
    except RuntimeError as error:
        print(error)


loop = asyncio.new_event_loop()
loop.run_until_complete(without())
loop.close()
asyncio.set_child_watcher(None)
