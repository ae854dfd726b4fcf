import asyncio
from decimal import Decimal, getcontext, localcontext


async def worker(precision):
    with localcontext(prec=precision):
        await asyncio.sleep(0)
        print(precision, Decimal(1) / 3)
        await asyncio.sleep(0)
        print(getcontext().prec)


async def main():
    await asyncio.gather(worker(3), worker(5), worker(7))
    print(getcontext().prec)


asyncio.run(main())
