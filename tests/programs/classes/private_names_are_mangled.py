class A:
    __x = 1
    def __init__(self): self.__y = 2
    def get(self): return self.__x, self.__y
    def __method(self): return "A's"
    def call(self): return self.__method()
class B(A):
    __x = 10
    def __method(self): return "B's"
    def mine(self): return self.__x
    class __Inner: pass
b = B()
print(b.get(), b.mine(), b.call(), sorted(vars(b)), sorted(n for n in vars(B) if n.startswith("_B")))
class _C:
    __y = 3
    __dunder__ = 4
    def f(self):
        __local = 5
        return locals().keys() - {"self"}
print(_C._C__y, _C.__dunder__, _C().f())
try:
    b.__x
except AttributeError as error:
    print(error)
