def run(coroutine):
    try:
        while True:
            print("suspended", coroutine.send(None))
    except StopIteration as stop:
        return stop.value
class Pause:
    def __init__(self, what): self.what = what
    def __await__(self): yield self.what
class Manager:
    async def __aenter__(self):
        await Pause("enter")
        return "inside"
    async def __aexit__(self, kind, error, trace):
        await Pause("exit")
        return kind is ValueError
class Count:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        await Pause("next")
        return self.n
async def numbers():
    for i in range(2):
        await Pause("generator")
        yield i
async def main():
    async with Manager() as m, Manager():
        print(m)
        raise ValueError
    async for n in Count(2):
        print(n)
    else:
        print("else")
    print([n async for n in numbers()], {n: n async for n in numbers() if n}, [await inner() for _ in range(2)])
    return "done"
async def inner(): return "inner"
print(run(main()))
