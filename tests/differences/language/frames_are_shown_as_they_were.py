# gilsim: a frame object shows its frame as it was when it was asked for
# cpython: as it is
# why: frames live on a stack that is used again at once, which makes calls fast
import sys


def f():
    frame = sys._getframe()
    first = frame.f_lineno
    return frame.f_lineno - first


print(f())
# gilsim prints:
# 0
# cpython prints:
# 1
