print("before")

class Body:
    print("inside", __qualname__, __module__)
    values = [1, 2, 3]
    total = sum(values)
    for i in values:
        if i == 2:
            two = i
    doubled = [v * 2 for v in values]
    def method(self):
        return __class__.total
    names = sorted(n for n in locals() if n[0] != "_")
    del i

print(Body.total, Body.two, Body.doubled, Body().method(), hasattr(Body, "i"), Body.names)
