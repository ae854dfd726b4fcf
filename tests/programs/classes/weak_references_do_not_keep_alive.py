import gc
import weakref


class C:
    pass


c = C()
reference = weakref.ref(c, lambda r: print('callback', r() is None))
print(reference() is c, weakref.getweakrefcount(c))
del c
print(reference())
c = C()
c.me = c
reference = weakref.ref(c)
del c
print(reference() is None)
gc.collect()
print(reference() is None)
c = C()
c.x = 1
proxy = weakref.proxy(c)
print(proxy.x)
del c
try:
    proxy.x
except ReferenceError as error:
    print(error)
for value in (1, 'a', (), [], {}, None):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
