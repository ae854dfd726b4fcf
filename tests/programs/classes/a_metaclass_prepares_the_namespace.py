class Ordered(dict):
    def __setitem__(self, key, value):
        if key in self and not key.startswith("__"):
            print("twice:", key)
        super().__setitem__(key, value)
class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        print("prepare", name, bases, keywords)
        return Ordered()
    def __new__(meta, name, bases, namespace, **keywords):
        return super().__new__(meta, name, bases, dict(namespace))
    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)
    def __call__(cls, *args):
        print("call", args)
        return super().__call__(*args)
class C(metaclass=Meta, option=1):
    x = 1
    x = 2
    def __init__(self, value): self.value = value
print(C(5).value, C.x, type(C).__name__)
class D(C): pass
