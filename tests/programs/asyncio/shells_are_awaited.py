import asyncio
from asyncio.subprocess import PIPE, STDOUT


async def shell(line):
    process = await asyncio.create_subprocess_shell(line, stdout=PIPE, stderr=PIPE)
    stdout, stderr = await process.communicate()
    print(f'[{line!r} exited with {process.returncode}]', stdout.decode(), stderr.decode())


async def main():
    await asyncio.gather(shell('ls /nofile'), shell('sleep 1; echo "hello"'))
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    process.stdin.write(b'one\n')
    print(await process.stdout.readline())
    process.stdin.close()
    print(await process.wait())
    process = await asyncio.create_subprocess_shell('for i in 1 2 3; do echo $i; sleep 0.3; done', stdout=PIPE, stderr=STDOUT)
    async for line in process.stdout:
        print(line)
    print(await process.wait())
    process = await asyncio.create_subprocess_exec('sleep', '60')
    try:
        await asyncio.wait_for(process.communicate(), timeout=0.5)
    except asyncio.TimeoutError:
        process.kill()
    print(await process.wait())
    # A command that the shell has started outlives it, and keeps the pipe.
    process = await asyncio.create_subprocess_shell('sleep 1; echo late', stdout=PIPE)
    await asyncio.sleep(0.3)
    process.kill()
    print(await process.communicate(), process.returncode)


asyncio.run(main())
