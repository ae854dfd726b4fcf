"""The module's."""
def f():
    "one" " of two"
    return 1
def g():
    f"not {1}"
class C:
    """The class's
    second line."""
    def m(self):
        b"bytes are none"
    x = 1
    "not this"
print(__doc__, f.__doc__, g.__doc__, repr(C.__doc__), C.m.__doc__)
f.__doc__ = "changed"
print(f.__doc__)
