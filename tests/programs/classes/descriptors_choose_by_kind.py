class Data:
    def __get__(self, instance, owner): return "data get", instance is not None, owner.__name__
    def __set__(self, instance, value): print("data set", value)
    def __delete__(self, instance): print("data delete")
class NonData:
    def __get__(self, instance, owner=None): return "non-data get"
class SetOnly:
    def __set__(self, instance, value): instance.__dict__["s"] = value * 2
class C:
    d, n, s = Data(), NonData(), SetOnly()
c = C()
print(c.d, C.d, c.n, C.n)
c.d = 1
del c.d
c.n = "own"
print(c.n, vars(c))
c.s = 5
print(c.s)
c.__dict__["d"] = "hidden"
print(c.d[0])
C.d = "replaced"
print(c.d)
try:
    del c.s
except AttributeError as error:
    print(error)
