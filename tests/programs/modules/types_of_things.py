import types
def f(): pass
async def co(): pass
def gen(): yield
print([k.__name__ for k in (types.FunctionType, types.LambdaType, types.MethodType, types.BuiltinFunctionType,
                            types.GeneratorType, types.CoroutineType, types.ModuleType, types.CodeType, types.FrameType,
                            types.TracebackType, types.NoneType, types.EllipsisType, types.UnionType,
                            types.GenericAlias, types.CellType, types.MappingProxyType)])
ns = types.SimpleNamespace(a=1, b="x")
ns.c = 3
print(ns, ns == types.SimpleNamespace(a=1, b="x", c=3), vars(ns), types.SimpleNamespace(), hasattr(ns, "z"))
m = types.ModuleType("made", "Doc.")
m.x = 5
print(m.__name__, m.__doc__, m.x)
proxy = types.MappingProxyType({"a": 1})
print(proxy["a"], proxy, "a" in proxy, dict(proxy), proxy | {"b": 2})
try:
    proxy["b"] = 1
except TypeError as error:
    print(error)
New = types.new_class("New", (dict,), {}, lambda ns: ns.update(z=1))
print(New.z, New({"a": 1}), isinstance(gen(), types.GeneratorType), types.DynamicClassAttribute.__name__,
      types.resolve_bases((int,)))
class C:
    @types.DynamicClassAttribute
    def name(self): return "instance"
print(C().name)
