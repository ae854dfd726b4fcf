class Cached:
    made = {}
    def __new__(cls, key):
        if key not in cls.made:
            cls.made[key] = super().__new__(cls)
            print("new", key)
        return cls.made[key]
    def __init__(self, key):
        print("init", key)
        self.key = key
print(Cached(1) is Cached(1))
class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Other())
class Sub(int):
    def __new__(cls, text): return super().__new__(cls, text, 16)
print(Sub("ff"), type(Sub("1")).__name__, Sub("a") + 1)
class Bad:
    def __init__(self): return 5
try:
    Bad()
except TypeError as error:
    print(error)
