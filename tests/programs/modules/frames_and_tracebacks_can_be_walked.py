import sys, types
def where():
    frame, names = sys._getframe(1), []
    while frame:
        names.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return names
def outer(x):
    y = x * 2
    return where(), sys._getframe().f_locals["y"], sys._getframe(1).f_code.co_name, sys._getframe().f_globals is globals()
print(outer(3))
try:
    sys._getframe(100)
except ValueError as error:
    print(error)
def fail(): raise ValueError
try:
    fail()
except ValueError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_code.co_filename == __file__)
        tb = tb.tb_next
class C:
    def m(self): return sys._getframe().f_code.co_qualname
print(C().m(), (lambda: sys._getframe().f_code.co_name)())
