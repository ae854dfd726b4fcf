import module
from package import thing
module.function(1)
thing.method(1)
other.method(1, 2, key=3)
f(*a)
f(*a, **b)
f(1, *a, 2, x=3, **b, y=4, z=5)
f(a)(b).c(d)[e].g = 1
(a
 .long
 .chain(b,
        c=1)
 .end())
f(a1=1, a2=1, a3=1, a4=1, a5=1, a6=1, a7=1, a8=1, a9=1, b0=1, b1=1, b2=1, b3=1, b4=1, b5=1, b6=1)
g(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, x)


class C(A, *bases, metaclass=M, **options):
    def method(self):
        super().method()
        self.a.b += 1
        self.c[0] -= 2
        del self.d, self.e[1:2], self.f[::3]


@decorator
@factory(1)
def decorated(a: int, *args: str, b: "x" = 1, **kw) -> None: ...
