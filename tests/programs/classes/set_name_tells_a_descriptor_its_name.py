class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name, "unset")
    def __set__(self, instance, value):
        setattr(instance, self.name, value)
class C:
    a, b = Named(), Named()
c = C()
c.a = 1
print(c.a, c.b, vars(c))
C.late = Named()
print(hasattr(C.late, "name"))
class Fails:
    def __set_name__(self, owner, name):
        raise ValueError("no")
try:
    class D:
        x = Fails()
except RuntimeError as error:
    print(error, repr(error.__cause__))
