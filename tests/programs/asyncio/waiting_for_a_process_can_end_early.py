import asyncio
import gc
import sys
import warnings
from asyncio.subprocess import PIPE

SLEEPER = [sys.executable, '-c', 'import time; print("begun", flush=True); time.sleep(60)']


async def time_limit():
    process = await asyncio.create_subprocess_exec(*SLEEPER, stdout=PIPE)
    try:
        await asyncio.wait_for(process.wait(), 1)
    except asyncio.TimeoutError as error:
        print(repr(error), process.returncode)
    process.kill()
    print(await process.wait(), await process.stdout.read())


async def time_limit_of_communicate():
    process = await asyncio.create_subprocess_exec(*SLEEPER, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(1):
            await process.communicate()
    except TimeoutError as error:
        print(repr(error), process.returncode)
    process.terminate()
    print(await process.communicate(), process.returncode)


async def cancellation():
    process = await asyncio.create_subprocess_exec(*SLEEPER, stdout=PIPE)
    task = asyncio.create_task(process.communicate())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), process.returncode)
    process.kill()
    await process.wait()
    print(process.returncode)


async def forgotten():
    process = await asyncio.create_subprocess_exec(*SLEEPER, stdout=PIPE)
    print(await process.stdout.readline())


async def several_wait():
    process = await asyncio.create_subprocess_exec(sys.executable, '-c', 'exit(7)')
    print(await asyncio.gather(process.wait(), process.wait(), process.communicate()))


for main in time_limit, time_limit_of_communicate, cancellation, several_wait, forgotten:
    print('---', main.__name__)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        asyncio.run(main())
        gc.collect()
    for warning in caught:
        print(warning.category.__name__, str(warning.message).split(' pid=')[0].split(' fd=')[0])
