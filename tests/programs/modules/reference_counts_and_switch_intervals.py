import sys


class A:
    pass


a = A()
print(sys.getrefcount(a))
b = [a, a]
print(sys.getrefcount(a))


def f(x):
    print(sys.getrefcount(x))
    y = x
    print(sys.getrefcount(y))


f(a)
f(A())
print(sys.getrefcount(A()), sys.getrefcount(None) > 100)
for seconds in (0.0001, 0.1, 0.005, 0.001, 1e-6, 3.3e-4, 2):
    sys.setswitchinterval(seconds)
    print(sys.getswitchinterval())
