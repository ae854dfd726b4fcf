import gc, weakref
class Node:
    def __del__(self): print("deleted", self.name)
def cycle(name):
    a, b = Node(), Node()
    a.name, b.name = name + "1", name + "2"
    a.other, b.other = b, a
    return weakref.ref(a)
gc.collect()
gc.disable()
r = cycle("x")
print(r() is None, gc.isenabled())
print(gc.collect() >= 2, r())
gc.enable()
print(gc.isenabled(), gc.get_threshold(), gc.is_tracked([]), gc.is_tracked(5), len(gc.get_count()))
class Back:
    kept = None
    def __del__(self):
        Back.kept = self
        print("resurrected")
b = Back()
b.me = b
del b
gc.collect()
print(Back.kept is Back.kept.me)
l = []
print(gc.get_referrers(l) != [] or True, gc.get_referents([1, "a"]))
