"""Docstring."""
from __future__ import annotations
from __future__ import generator_stop
x: List[int, ...] = [-1]
def f(a, b: Output[x], c: x.y, *args: *Ts, d: lambda x, *, y=1, **z: x) -> A | B[1:2, a:3]: ...
class A:
    y: f"{a!r:>{w}}x{{}}"
    z: (a if b else c) and not (d or e) ** -f
    w: [x for x, y in z if (a, b)]
    v: {**a, 'b': 1j, "it's": b'"'}
    (u): int = 3
    s.t: int
    def h(self, a: dict[str, (int, float)], b: "x".y, d: f(*a, **b), e: f(x for x in y), g: a < b < c): ...
