# Enumerations as programs see them.
import enum
print(enum.__all__)
from enum import *
class C(Enum):
    A=1; B=2; D=1
class F(Flag):
    X=auto(); Y=auto(); Z=4
    XY=X|Y
class I(IntEnum): ONE=1; TWO=2
class J(IntFlag): R=4; W=2
class S(StrEnum): P=auto(); Q='qq'
def a(f):
    try: print(f())
    except Exception as e: print(repr(e))
for x in (C, C.A, repr(C.A), list(C), C.D, C(1), C['A'], C.__members__, I.ONE, repr(I.ONE), f'{I.ONE}', '%s'%I.ONE, I.ONE+1, F.X, F.X|F.Y, repr(F.X|F.Z), repr(F(0)), repr(~F.X), list(F), list(F.XY), F.XY in F, J.R|J.W, repr(J.R|J.W), repr(J(8)), repr(J.R|1), repr(~J.R), S.P, repr(S.P), f'{S.P}', len(C), C.A.name, C.A.value, hash(C.A)==hash('A'), bool(C.A), C.A==1, I.ONE==1, I.ONE is I(1), C.A in C, dir(C.A), dir(C)): print(x)
a(lambda: C(5)); a(lambda: C['Q']); a(lambda: C.Q); a(lambda: setattr(C,'A',3)); a(lambda: delattr(C,'A')); a(lambda: 1 in C); a(lambda: F(8)); a(lambda: F('x')); a(lambda: C.A<C.B); a(lambda: setattr(C.A,'name','x')); a(lambda: C.A.B)
def sub():
    class K(C): pass
a(sub)
def dup():
    class K(Enum): A=1; A=2
a(dup)
def uni():
    @unique
    class K(Enum): A=1; B=1; C=1
a(uni)
W=Enum('W','a b c'); print(list(W), W.__module__); print(list(Enum('W',{'x':5,'y':6},type=int)), Enum('V',['p','q'],start=0)(0))
class P(Enum):
    E=(1,2); G=(3,4)
    def __init__(self,a,b): self.a=a; self.b=b
    @property
    def s(self): return self.a+self.b
print(P.E.s, P.G.value, P.E, P.E.b)
class A2(Enum):
    def _generate_next_value_(name,start,count,last): return name.lower()
    RED=auto(); BLUE=auto()
print(list(A2))
class M(Enum):
    A=1
    @classmethod
    def _missing_(cls, v): return cls.A if v=='a' else None
print(M('a')); a(lambda:M('b'))
print(type(C), type(C).__mro__, enum.EnumMeta is enum.EnumType, I.__mro__, J.__mro__, S.__mro__)
print(F.X.value, F.X._value_, F.X._name_, bool(F(0)), F.X & F.Y, F.XY ^ F.X, F.X in F.XY, len(F.XY), F.XY.name, (F.X|F.Z).name, J(3).name)
@verify(UNIQUE)
class U(Enum): A=1
print(U.A, isinstance(U.A,U), [m for m in reversed(C)], issubclass(C,Enum))
class N(Enum):
    A=auto(); B='x'; 
    _ignore_=['q']; q=1
    def m(self): return self.name
    @enum.member
    def f(): pass
    g=enum.nonmember(5)
print(list(N)[:2], N.f.name, N.g, N.A.m())
print(EnumCheck, FlagBoundary.STRICT, J._boundary_, F._boundary_, CONFORM)
class O(Flag, boundary=KEEP): A=1
print(O(8), repr(O(9)))
import copy; print(copy.deepcopy(C.A) is C.A)


class Str(str, Enum):
    A = 'a'


class Mixed(int, Enum):
    A = 5
    B = 2
    C = auto()


class Named(Enum):
    name = 1
    value = 2


class Mix:
    def hello(self):
        return 'hello ' + self.name


class Greeting(Mix, Enum):
    HI = auto()


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, 'P.X')
    PY = (1, 'P.Y')


class Table(Enum):
    L = [1]
    M = {}


print(Str.A, repr(Str.A), f'{Str.A}', Str.A == 'a', Str('a'), Str.A.upper(), Mixed.A, f'{Mixed.A}', repr(Mixed.C), Mixed.A + 1)
print(Named.name, Named.value, Named.name.value, Named.value.name, Greeting.HI.hello(), Coord.PY, Coord.PY.label, Coord(1), Table([1]))
print({C.A: 1}[C.A], sorted([I.TWO, I.ONE]), I.ONE < I.TWO, I(2), max(I), list(map(str, C)), [*Str], C.A is not C.B, {C.A, C.D})


class Strict(Flag, boundary=enum.STRICT):
    A = 1
    B = 4


class Ejecting(IntFlag, boundary=enum.EJECT):
    A = 1


a(lambda: Strict(2))
a(lambda: Strict(8))
a(lambda: repr(Strict(5)))
a(lambda: ~Strict.A)
a(lambda: Ejecting(8))
a(lambda: Strict.A | 1)
a(lambda: 1 in Strict.A)
a(lambda: Strict.A in (Strict.A | Strict.B))


@enum.verify(enum.CONTINUOUS)
class Fine(Enum):
    A = 1
    B = 2


def gap():
    @enum.verify(enum.CONTINUOUS)
    class Gap(Enum):
        A = 1
        B = 4


a(gap)


def uniq():
    @enum.verify(enum.UNIQUE)
    class Aliased(Enum):
        A = 1
        B = 1


a(uniq)


def sunder():
    class S(Enum):
        _x_ = 1


a(sunder)
a(lambda: Enum('Q', 'a b').a.value)
a(lambda: Flag('Q', 'a b c').c)
a(lambda: IntEnum('Q', [('x', 3)]).x + 1)
a(lambda: C.__class__.__name__)
a(lambda: C())
a(lambda: isinstance(C.A, Enum) and not isinstance(C, Enum))
