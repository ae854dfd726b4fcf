import atexit, weakref
class C:
    def __del__(self): print("deleted")
c = C()
@atexit.register
def last(): print("registered first, runs last")
atexit.register(print, "with", "arguments", sep="-")
weakref.finalize(c, print, "finalized")
def gone(): print("never")
atexit.register(gone)
atexit.unregister(gone)
def fails(): raise ValueError("in an exit function")
print("end of the program")
