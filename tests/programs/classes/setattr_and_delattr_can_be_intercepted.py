class Log:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)
log = Log()
log.x = 1
log.x += 1
del log.x
setattr(log, "y", 2)
delattr(log, "y")
class Frozen:
    def __setattr__(self, name, value): raise AttributeError(f"{name} is frozen")
try:
    Frozen().x = 1
except AttributeError as error:
    print(error)
try:
    del log.never
except AttributeError as error:
    print(error)
