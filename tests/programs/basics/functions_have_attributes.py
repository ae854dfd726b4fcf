def f(a, b=2, *, c=3):
    """Doc."""
    x = a
    return x
f.count = 1
f.count += 1
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__dict__)
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_name, f.__closure__)
f.__defaults__ = (20,)
f.__kwdefaults__ = {"c": 30}
print(f(1), f.__defaults__)
f.__name__ = "renamed"
print(f.__name__, f.__qualname__)
def outer():
    y = 5
    def inner():
        return y
    return inner
print(outer().__closure__[0].cell_contents, outer().__code__.co_freevars, outer().__qualname__)
del f.count
print(hasattr(f, "count"))
