a = [x for x in y]
b = {x: z for x, z in y if x if not z}
c = {x for row in y for x in row}
d = (x for x in (1, 2, 3))
e = [q for x in y for q in [f(x)] if q]
f = [[i * j for i in range(3)] for j in range(3)]
g = [last := x for x in y if (seen := x)]


def function(n):
    total = [n + x for x in range(n)]
    return [lambda: x for x in total], (yield_ for yield_ in [lambda k=n: k])


async def coroutine(s):
    a = [x async for x in s]
    b = {await x: y async for x, y in s if await y}
    c = (x async for x in s for y in await x)
    return [await x for x in s], c


class Body:
    limit = 3
    items = [limit for limit in range(limit)]
