class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
try:
    class C(A, B): pass
except TypeError as error:
    print(error)
class M3(M1, M2): pass
class D(A, B, metaclass=M3): pass
class E(D, A): pass
print(type(D).__name__, type(E).__name__, [k.__name__ for k in E.__mro__])
def make(name, bases, namespace):
    return name, bases, sorted(n for n in namespace if n[0] != "_")
class F(metaclass=make):
    x = 1
print(F)
