def f(a, b=2):
    c = a + b
    shown = sorted(locals().items())
    return shown
print(f(1))
globals()["made"] = "by hand"
print(made)
class C:
    x = 1
    names = [n for n in locals() if not n.startswith("__")]
print(C.names)
def nested():
    free = 1
    def inner():
        free
        return locals()
    return inner()
print(nested(), vars() is globals())
