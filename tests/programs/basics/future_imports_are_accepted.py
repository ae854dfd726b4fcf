from __future__ import annotations, division, print_function, generators
import __future__
def f(x: undefined_name) -> List[also_undefined]:
    y: more = 1
    return y
class C:
    z: "quoted" = 1
    w: Undefined[int, "x"]
print(f.__annotations__, C.__annotations__, f(1))
print(__future__.annotations.compiler_flag > 0, division.optional)
