class Eq:
    def __eq__(self, other): return True
class Back(Eq):
    __hash__ = object.__hash__
class Sub(Eq): pass
print(Eq.__hash__, Back.__hash__ is object.__hash__, Sub.__hash__, Eq() == 5, Eq() != 5, Eq() in [1], [Eq()].index(3))
for kind in (Eq, Sub):
    try:
        {kind(): 1}
    except TypeError as error:
        print(error)
print(len({Back(): 1}))
