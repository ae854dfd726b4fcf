class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = A('a')
l = [A('l0'), A('l1'), A('l2')]
b = A('b')
d = {1: A('d1'), 2: A('d2')}
_c = A('_c')
class K: x = A('K.x')
t = (A('t0'), A('t1'))


def closes_at_the_end():
    try:
        yield
    finally:
        print('generator closed')


g = closes_at_the_end()
next(g)


async def never_awaited():
    pass


coroutine = never_awaited()
import builtins
builtins.added = A('in builtins')
