class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), isinstance(1, (str, (float, int))), isinstance(1, int | str),
      issubclass(B, (int, A)))
print(issubclass(bool, int), issubclass(int, object), isinstance(int, type), isinstance(None, type(None)),
      isinstance(1, ()), isinstance(None, int | None))
class Meta(type):
    def __instancecheck__(cls, instance): return instance == "special"
    def __subclasscheck__(cls, other): return other is int
class Odd(metaclass=Meta): pass
print(isinstance("special", Odd), isinstance(5, Odd), issubclass(int, Odd), issubclass(str, Odd),
      isinstance(Odd(), Odd))
for bad in (lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: issubclass(int, 1),
            lambda: isinstance(1, (int, 1)), lambda: isinstance("a", (int, 1)), lambda: isinstance(1, list[int])):
    try:
        print(bad())
    except TypeError as error:
        print(error)
class Pretends:
    __class__ = int
print(isinstance(Pretends(), int), type(Pretends()).__name__)
