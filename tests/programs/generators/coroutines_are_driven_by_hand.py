import types
class Awaitable:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield self.value
        return got
async def inner(x):
    return await Awaitable(x) + 1
async def outer():
    a = await inner(1)
    b = await inner(2)
    return a, b
c = outer()
print(c.send(None), c.send(10))
try:
    c.send(20)
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
@types.coroutine
def old_style():
    x = yield "old"
    return x
async def uses(): return await old_style()
c = uses()
print(c.send(None))
try:
    c.send("answer")
except StopIteration as stop:
    print(stop.value)
async def bad(): await 5
try:
    bad().send(None)
except TypeError as error:
    print(error)
