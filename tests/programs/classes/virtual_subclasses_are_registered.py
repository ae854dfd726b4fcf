from abc import ABC
class Drawable(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Drawable and any("draw" in vars(k) for k in other.__mro__):
            return True
        return NotImplemented
class Pen:
    def draw(self): pass
class Number(ABC): pass
@Number.register
class Mine: pass
Number.register(int)
print(issubclass(Pen, Drawable), isinstance(Pen(), Drawable), issubclass(int, Drawable), isinstance(5, Number),
      isinstance(True, Number), isinstance(Mine(), Number), isinstance("x", Number), Mine.__mro__ == (Mine, object))
from collections.abc import Sized, Iterable, Hashable, Callable, Mapping, Sequence
print(isinstance([], Sized), isinstance([], Hashable), isinstance(len, Callable), isinstance({}, Mapping),
      isinstance("", Sequence), isinstance({}, Sequence), issubclass(list, Iterable))
