import functools
class SingletonMeta(type):
    instances = {}
    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]
class ByMeta(metaclass=SingletonMeta):
    def __init__(self, x=0): self.x = x
class ByNew:
    instance = None
    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance
@functools.lru_cache
class Cached: pass
class Borg:
    shared = {}
    def __init__(self): self.__dict__ = self.shared
a, b = Borg(), Borg()
a.x = 1
print(ByMeta(1) is ByMeta(2), ByMeta().x, ByNew() is ByNew(), Cached() is Cached(), b.x, a is b)
