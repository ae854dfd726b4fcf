class Thing:
    class Inner:
        pass

    def method(self):
        pass

print(Thing, Thing.Inner, type(Thing()), Thing.Inner.__qualname__, Thing.method.__qualname__)
print(repr(Thing()).split(" at ")[0], repr(Thing().method).split(" of ")[0])
