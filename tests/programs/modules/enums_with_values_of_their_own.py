from enum import Enum, auto
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def density(self): return round(self.mass / self.radius ** 3, 4)
class Named(str, Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower()
    ONE = auto()
    TWO = auto()
class Missing(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return cls.A
print(Planet.MARS.density, Planet((5.97, 6.37)).name, Named.ONE.value, Named.ONE == "one", Named.TWO.upper(),
      Missing(99))
class Op(Enum):
    ADD = "+"
    def __call__(self, a, b): return eval(f"{a}{self.value}{b}")
print(Op.ADD(1, 2), [m.name for m in reversed(Planet)], Planet.EARTH._value_, Planet.EARTH._name_)
class Ignore(Enum):
    _ignore_ = ["i"]
    for i in range(2):
        vars()[f"M{i}"] = i
print(list(Ignore))
