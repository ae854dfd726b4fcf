from enum import Enum, IntEnum, auto, unique, Flag, IntFlag, StrEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def describe(self): return f"{self.name.lower()} is {self.value}"
    @classmethod
    def default(cls): return cls.GREEN
print(Color.RED, repr(Color.RED), Color(2), Color["GREEN"], Color.CRIMSON is Color.RED, list(Color), len(Color),
      Color.RED.describe(), Color.default())
print(Color.__members__, Color.RED == 1, Color.RED in Color, isinstance(Color.RED, Color), type(Color.RED),
      {Color.RED: "r"}[Color.RED], f"{Color.RED}", hash(Color.RED) == hash("RED"))
for bad in (lambda: Color(5), lambda: Color["BLUE"], lambda: Color.RED < Color.GREEN, lambda: setattr(Color, "RED", 5),
            lambda: Color.BLUE, lambda: exec("class More(Color): pass"), lambda: setattr(Color.RED, "value", 2)):
    try:
        bad()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
class Weekday(IntEnum):
    MON = 1
    TUE = 2
print(Weekday.MON + 1, Weekday.TUE > Weekday.MON, Weekday(1), f"{Weekday.MON}", "%d" % Weekday.TUE,
      sorted([Weekday.TUE, Weekday.MON]), Weekday.MON == 1)
class Auto(Enum):
    A = auto()
    B = auto()
    C = "own"
print([m.value for m in Auto])
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
print(Enum("Animal", "CAT DOG").DOG, StrEnum("S", ["a"]).a)
