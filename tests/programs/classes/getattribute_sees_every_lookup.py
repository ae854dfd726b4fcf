class C:
    x = 1
    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)
    def __getattr__(self, name):
        if name == "computed":
            return "computed"
        raise AttributeError(f"no {name}")
    def __len__(self): return 3
c = C()
print(c.x, c.computed, len(c))
c.y = 5
print(c.y, hasattr(c, "z"), getattr(c, "w", "default"))
try:
    c.missing
except AttributeError as error:
    print(error)
