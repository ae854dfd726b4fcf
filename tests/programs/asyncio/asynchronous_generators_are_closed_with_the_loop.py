import asyncio


async def numbers(name):
    try:
        for i in range(5):
            yield i
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print("closed", name)


async def main():
    async for i in numbers("all"):
        print(i, end=" ")
    async for i in numbers("broken off"):
        break
    print([i async for i in numbers("comprehension") if i % 2])
    generators.append(numbers("left open"))
    print(await anext(generators[0]))
    await asyncio.sleep(0.01)


generators = []
asyncio.run(main())
print("end")
