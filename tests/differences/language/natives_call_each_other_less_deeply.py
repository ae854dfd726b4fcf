# gilsim: natives that call Python that calls natives (`__repr__`, `sorted` with a key) nest some hundreds deep before
#   RecursionError; calls from Python to Python go as deep as `sys.setrecursionlimit` says
# cpython: both go as deep as it says, or crash
# why: each simulated thread has a small stack, so that there may be thousands
import sys

class Link:
    def __init__(self, inner):
        self.inner = inner

    def __repr__(self):
        return repr(self.inner)

sys.setrecursionlimit(20000)
link = None
for _ in range(1500):
    link = Link(link)
try:
    print(repr(link))
except RecursionError as error:
    print(error)
# gilsim prints:
# maximum recursion depth exceeded
# cpython prints:
# None
