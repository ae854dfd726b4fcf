import asyncio
async def forever():
    while True: await asyncio.sleep(1)
async def main():
    asyncio.create_task(forever())
    await asyncio.sleep(0.01)
    return 3
loop = asyncio.new_event_loop()
print(loop.run_until_complete(main()))
print("end")
