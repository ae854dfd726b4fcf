class A:
    def who(self): return "A"
class B(A):
    def who(self): return "B, above " + super().who()
class Slots:
    __slots__ = ("x",)
a = A()
a.kept = 1
a.__class__ = B
print(a.who(), type(a).__name__, a.kept, isinstance(a, B), A.__subclasses__(), B.__bases__, B.__base__)
for bad in (lambda: setattr(a, "__class__", int), lambda: setattr(a, "__class__", 5), lambda: setattr(a, "__class__", Slots),
            lambda: setattr(5, "__class__", int), lambda: delattr(a, "__class__")):
    try:
        bad()
    except TypeError as error:
        print(error)
