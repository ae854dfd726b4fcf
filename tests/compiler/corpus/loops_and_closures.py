def f():
    try:
        a()
    except E as e:
        b()
    c()
def g():
    while x:
        if y: break
        else: continue
    with a as b: return 1
    for i in y:
        if i: z
    else: w
async def h():
    async with a as b:
        await c
    async for x in y: z
    yield 3
def k(a, *, b=1):
    def inner(): return a, b
    return [a.b(x) for x in inner if x]
