class Calls:
    def __call__(self, *args): return args
class Not: pass
instance = Not()
instance.__call__ = lambda: 1
print([callable(x) for x in (Calls, Calls(), Not(), instance, len, print, [].append, lambda: 0, 5, "s", int, None)])
print(Calls()(1, 2))
try:
    instance()
except TypeError as error:
    print(error)
for thing in (5, "s", None, [], Not()):
    try:
        thing()
    except TypeError as error:
        print(error)
