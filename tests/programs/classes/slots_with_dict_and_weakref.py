import weakref
class Bare: __slots__ = ()
class WithDict: __slots__ = ("a", "__dict__")
class WithWeak: __slots__ = ("a", "__weakref__")
w = WithDict()
w.a, w.b = 1, 2
print(w.__dict__, weakref.ref(WithWeak())())
for make in (lambda: weakref.ref(Bare()), lambda: setattr(Bare(), "x", 1), lambda: weakref.ref(w),
             lambda: WithWeak().__dict__):
    try:
        make()
        print("fine")
    except (TypeError, AttributeError) as error:
        print(error)
class Documented:
    __slots__ = {"x": "the x", "y": None}
print(Documented.x.__doc__, Documented.__slots__)
