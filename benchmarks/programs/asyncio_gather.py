# coroutines that give their results to one gather: one coroutine
import asyncio


async def work(number):
    return number


async def main():
    results = await asyncio.gather(*[work(i) for i in range(100_000)])
    print(sum(results))


asyncio.run(main())
