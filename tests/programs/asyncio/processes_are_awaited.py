import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT

PYTHON = sys.executable


def python(code, *args, **kwargs):
    return asyncio.create_subprocess_exec(PYTHON, '-c', code, *args, **kwargs)


async def outputs():
    process = await python('import sys; print("out"); print("err", file=sys.stderr)', stdout=PIPE, stderr=PIPE)
    print(type(process).__name__, process.returncode, process.stdin, type(process.stdout).__name__)
    print(await process.communicate(), process.returncode)
    process = await python('import sys; print("o", flush=True); print("e", file=sys.stderr)', stdout=PIPE, stderr=STDOUT)
    print(await process.communicate(), process.stderr)
    process = await python('print("gone")', stdout=DEVNULL)
    print(await process.communicate(), await process.wait())
    process = await python('import sys; print(sys.argv[1:])', 'a', 'b c', stdout=PIPE)
    print((await process.stdout.read()).decode(), await process.wait())


async def inputs():
    process = await python('import sys; print(sys.stdin.read().upper()); sys.exit(3)', stdin=PIPE, stdout=PIPE)
    print(await process.communicate(b'abc\ndef'), process.returncode)
    process = await python('import sys\nfor line in sys.stdin: print(line.strip()[::-1], flush=True)', stdin=PIPE, stdout=PIPE)
    for line in b'one\n', b'two\n':
        process.stdin.write(line)
        await process.stdin.drain()
        print(await process.stdout.readline())
    process.stdin.close()
    await process.stdin.wait_closed()
    print(await process.stdout.read(), process.stdout.at_eof(), await process.wait())
    big = b'x' * 300_000
    process = await python('import sys; data = sys.stdin.buffer.read(); sys.stdout.buffer.write(data + data)', stdin=PIPE, stdout=PIPE)
    output, _ = await process.communicate(big)
    print(len(output), process.returncode)
    process = await python('pass', stdin=PIPE)
    print(await process.communicate(big), process.returncode)


async def lines():
    process = await python('for n in range(3): print("line", n)', stdout=PIPE)
    async for line in process.stdout:
        print(line)
    print(await process.wait(), await process.stdout.readline())


async def signals():
    for send in 'terminate', 'kill':
        process = await python('import time; time.sleep(60)')
        print(process.returncode, process.pid > 0)
        getattr(process, send)()
        print(await process.wait(), process.returncode)
        try:
            getattr(process, send)()
        except ProcessLookupError as error:
            print(repr(error))
    process = await python('import signal, time\nsignal.signal(signal.SIGUSR1, lambda *_: exit(5))\n'
                           'print("ready", flush=True)\ntime.sleep(60)', stdout=PIPE)
    print(await process.stdout.readline())
    process.send_signal(signal.SIGUSR1)
    print(await process.wait())


async def many():
    async def one(n):
        process = await python(f'import time; time.sleep({(3 - n) / 2}); print({n})', stdout=PIPE)
        output, _ = await process.communicate()
        print('ended', n, output)
        return n
    print(await asyncio.gather(*map(one, range(3))))


async def surroundings():
    process = await python('import os; print(os.getcwd(), os.environ.get("WORD"))', stdout=PIPE, cwd='/tmp',
                           env={**os.environ, 'WORD': 'x'})
    print(await process.communicate())
    for attempt in (['no_such_program', 'x'], {}), ([PYTHON], {'cwd': '/no_such_folder'}):
        try:
            await asyncio.create_subprocess_exec(*attempt[0], **attempt[1])
        except OSError as error:
            print(type(error).__name__, error)
    for wrong in {'text': True}, {'universal_newlines': True}, {'encoding': 'utf-8'}, {'errors': 'strict'}, {'bufsize': 1}, \
            {'shell': True}:
        try:
            await asyncio.create_subprocess_exec(PYTHON, **wrong)
        except ValueError as error:
            print(error)
    for wrong in (['x'], {}), ('x', {'shell': False}):
        try:
            await asyncio.create_subprocess_shell(wrong[0], **wrong[1])
        except ValueError as error:
            print(error)


for main in outputs, inputs, lines, signals, many, surroundings:
    print('---', main.__name__)
    asyncio.run(main())
