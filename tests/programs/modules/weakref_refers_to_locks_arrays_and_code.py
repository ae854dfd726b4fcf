import array
import collections
import struct
import threading
import weakref

died = []
for make in (threading.Lock, threading.RLock, lambda: array.array('i', [1]), lambda: memoryview(b'abc'), collections.OrderedDict,
             lambda: struct.Struct('i'), lambda: compile('1', 'x', 'eval')):
    thing = make()
    name = type(thing).__name__
    reference = weakref.ref(thing, lambda _, name=name: died.append(name))
    assert reference() is thing and weakref.getweakrefcount(thing) == 1
    del thing
    print(name, reference(), died[-1:])
for value in (1, 'a', (), [], {}, b'', 1.5, None, ValueError()):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
held = weakref.WeakKeyDictionary()
lock = threading.Lock()
held[lock] = 'lock'
print(len(held))
del lock
print(len(held))
