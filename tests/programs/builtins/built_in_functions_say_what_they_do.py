import builtins

for name in dir(builtins):
    value = getattr(builtins, name)
    if isinstance(value, type(len)) and name not in ("breakpoint", "exit", "quit"):
        print(name, type(value.__doc__).__name__, bool(value.__doc__))
