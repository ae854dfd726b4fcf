print(..., Ellipsis, ... is Ellipsis, type(...), NotImplemented, type(NotImplemented).__name__)
def f(): ...
class C: ...
print(f(), C.__name__)
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(bool(NotImplemented))
print(caught[0].message)
for constant in (None, ..., NotImplemented):
    print(type(constant)() is constant)
