import sys
def show(where): print(where, sys.exc_info()[0], repr(sys.exc_info()[1]), sys.exception() is sys.exc_info()[1])
show("outside")
try:
    1 / 0
except ZeroDivisionError:
    show("in except")
    try:
        {}[1]
    except KeyError:
        show("inner")
    show("outer again")
    def f(): show("called")
    f()
    def g():
        show("generator")
        yield
        show("generator resumed")
    it = g()
    next(it)
next(it, None)
show("after")
