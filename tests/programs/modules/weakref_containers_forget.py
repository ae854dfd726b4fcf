import weakref, gc
class Node:
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name
a, b = Node("a"), Node("b")
values, keys, group = weakref.WeakValueDictionary(a=a, b=b), weakref.WeakKeyDictionary({a: 1,
    b: 2}), weakref.WeakSet([a, b])
r = weakref.ref(a, lambda ref: print("a is gone", ref() is None))
p = weakref.proxy(a)
f = weakref.finalize(b, print, "b ends", 5)
print(r() is a, p.name, len(values), dict(keys), sorted(map(repr, group)), f.alive, weakref.getweakrefcount(a) > 0)
del a
print(r(), len(values), dict(keys), list(group))
try:
    p.name
except ReferenceError as error:
    print(error)
f()
print(f.alive, f())
del b
print(len(values), len(keys), len(group))
class Owner:
    def method(self): return "called"
o = Owner()
m = weakref.WeakMethod(o.method)
print(m()(), weakref.ref(o) is weakref.ref(o), weakref.ref(o) == weakref.ref(o))
del o
print(m())
for bad in (lambda: weakref.ref(5), lambda: weakref.ref("s"), lambda: weakref.ref([])):
    try:
        bad()
    except TypeError as error:
        print(error)
