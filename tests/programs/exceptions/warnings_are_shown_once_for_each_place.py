import warnings
for i in range(3):
    warnings.warn("in the loop")
warnings.warn("somewhere else", RuntimeWarning)
warnings.warn("deprecated here", DeprecationWarning)
def f():
    warnings.warn("from the caller", stacklevel=2)
f()
f()
