class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **more):
        super().__init_subclass__(**more)
        Plugin.registry[name or cls.__name__] = cls
class A(Plugin, name="first"): pass
class B(Plugin): pass
print({k: v.__name__ for k, v in Plugin.registry.items()})
try:
    class C(Plugin, other=1): pass
except TypeError as error:
    print(error)
try:
    class D(x=1): pass
except TypeError as error:
    print(error)
class E(B, name="e"): pass
print(list(Plugin.registry))
