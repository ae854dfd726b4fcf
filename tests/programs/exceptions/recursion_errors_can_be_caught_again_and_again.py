import sys
def dive(n): return dive(n + 1)
for _ in range(3):
    try:
        dive(0)
    except RecursionError as error:
        print(error)
class Attribute:
    def __getattr__(self, name): return getattr(self, name + "x")
for bad in (lambda: Attribute().a,):
    try:
        bad()
    except RecursionError as error:
        print(str(error)[:32])
def depth():
    try:
        return 1 + depth()
    except RecursionError:
        return 0
print(900 < depth() < 1000, sys.getrecursionlimit())
