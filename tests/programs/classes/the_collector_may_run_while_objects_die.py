import gc
import weakref


def make_garbage(*_):
    for _ in range(2000):
        []


class Finalized:
    def __del__(self):
        make_garbage()


class Watched:
    pass


for _ in range(10):
    held = [Finalized(), [Finalized()], {'a': Finalized()}, (Finalized(),), {1: [Finalized()]}]
    del held
    watched = Watched()
    watched.itself = [1]
    reference = weakref.ref(watched, make_garbage)
    held = [watched.__init__, watched]
    del watched
    del held
    print(reference())
print(gc.collect())
