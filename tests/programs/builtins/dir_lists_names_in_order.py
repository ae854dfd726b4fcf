class Base:
    base = 1
class Derived(Base):
    def method(self): pass
thing = Derived()
thing.own = 1
print([n for n in dir(thing) if n[0] != "_"], [n for n in dir(Derived) if n[0] != "_"])
class Custom:
    def __dir__(self): return ["z", "a", "m"]
print(dir(Custom()))
def f():
    x = y = 1
    return dir()
print(f(), "append" in dir([]), "__len__" in dir(str), dir(5) == sorted(dir(int)))
