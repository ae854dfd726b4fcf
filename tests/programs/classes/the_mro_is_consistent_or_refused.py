class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(C): pass
class F(D, E): pass
print([k.__name__ for k in F.__mro__], F.mro() == list(F.__mro__), F.__bases__, F.__base__.__name__)
for bases in ((A, B), (D, E, B), (B, B)):
    try:
        type("X", bases, {})
    except TypeError as error:
        print(error)
print([k.__name__ for k in A.__subclasses__()])
