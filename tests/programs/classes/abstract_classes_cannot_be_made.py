from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): "Doc."
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
class Half(Shape):
    def area(self): return 1
class Whole(Half):
    name = "whole"
    @classmethod
    def make(cls): return cls()
for kind in (Shape, Half):
    try:
        kind()
    except TypeError as error:
        print(error)
print(Whole.make().area(), sorted(Shape.__abstractmethods__), isinstance(Whole(), Shape), Whole.__abstractmethods__)
class Single(metaclass=ABCMeta):
    @abstractmethod
    def only(self): ...
try:
    Single()
except TypeError as error:
    print(error)
