from dataclasses import dataclass, field
for text in ("class A:\n a: int = 1\n b: int", "class A:\n a: list = []",
             "class A:\n a: int = field(default=1, default_factory=int)", "class A:\n a = field()"):
    try:
        exec("@dataclass\n" + text)
        print("made")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 2
s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
@dataclass(eq=False, repr=False)
class Bare:
    x: int = 1
print(Bare() == Bare(), Bare.__match_args__, repr(Bare())[:20])
@dataclass(unsafe_hash=True)
class Hashed:
    x: int
print(len({Hashed(1), Hashed(1)}))
@dataclass(kw_only=True)
class Keyword:
    a: int
    b: int = 2
print(Keyword(a=1))
try:
    Keyword(1)
except TypeError as error:
    print(error)
match Slotted(3, 4):
    case Slotted(x, y): print(x, y)
@dataclass(frozen=True)
class Frozen: x: int
try:
    @dataclass
    class Thawed(Frozen): y: int
except TypeError as error:
    print(error)
