import atexit
import weakref


class A:
    def __del__(self):
        print('del')


watched = A()
reference = weakref.ref(watched, lambda reference: print('callback', reference()))
weakref.finalize(watched, print, 'finalize')
atexit.register(print, 'atexit')
