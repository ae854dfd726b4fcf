class A:
    @classmethod
    def made(cls, *args): return cls.__name__, args
    @staticmethod
    def plain(*args): return args
    @classmethod
    @property
    def both(cls): return "class property of " + cls.__name__
class B(A): pass
print(A.made(1), B().made(2), A.plain(3), B().plain(4), B.both)
print(A.__dict__["made"].__func__(B), A.__dict__["plain"].__func__(5), A.__dict__["plain"](6))
print(type(A.__dict__["made"]).__name__, A.made.__self__ is A, A.made.__name__, A.__dict__["plain"].__name__)
try:
    A.__dict__["made"]()
except TypeError as error:
    print(error)
