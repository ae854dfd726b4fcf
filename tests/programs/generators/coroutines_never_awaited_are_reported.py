import sys


async def forgotten():
    pass


def make():
    return forgotten()


forgotten()
made = make()
del made
make()

sys.set_coroutine_origin_tracking_depth(2)
print(sys.get_coroutine_origin_tracking_depth())
made = make()
print([(line, name) for _, line, name in made.cr_origin])
del made
sys.set_coroutine_origin_tracking_depth(0)

closed = make()
closed.close()
del closed
