class C:
    def __len__(self): return 1
    def __getattr__(self, name): return lambda *args: "from getattr"
c = C()
c.__len__ = lambda: 99
c.__str__ = lambda: "own"
print(len(c), str(c) == "own", c.__len__(), c.__str__())
for use in (lambda: c + 1, lambda: c[0], lambda: c(), lambda: iter(c)):
    try:
        use()
    except TypeError as error:
        print(error)
C.__call__ = lambda self: "added later"
print(c())
class Meta(type):
    def __len__(cls): return 42
    def __getitem__(cls, key): return f"{cls.__name__}[{key}]"
class D(metaclass=Meta): pass
print(len(D), D[5])
