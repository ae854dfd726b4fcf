class A:
    x = "A.x"
    def f(self): return ["A"]
    @classmethod
    def c(cls): return "A.c", cls.__name__
    @staticmethod
    def s(): return "A.s"
class B(A):
    x = "B.x"
    def f(self): return ["B"] + super().f()
    @classmethod
    def c(cls): return super().c()
    def both(self): return super().x, super().s(), super(B, self).f(), super(B, type(self)).c()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
    def comprehension(self): return [super(D, self).f() for _ in range(1)]
print(D().f(), B.c(), D.c(), D().both(), D().comprehension())
print(repr(super(B, B()))[:18], super(B, B()).__thisclass__, super(B, D()).__self_class__)
def outside():
    return super()
for bad in (lambda: super(), outside, lambda: super(B, 5), lambda: super(5), lambda: super(B).f,
            lambda: super(B, B()).missing):
    try:
        bad()
    except (RuntimeError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
