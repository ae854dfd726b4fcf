from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, KW_ONLY, make_dataclass, InitVar
from typing import ClassVar
@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
    count: ClassVar[int] = 5
@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", repr=False, compare=False)
@dataclass
class Sub(Point):
    z: int = field(default=9, init=False)
    _: KW_ONLY
    name: str = "n"
    start: InitVar[int] = 3
    def __post_init__(self, start): self.z += start
p = Point(1)
print(p, p == Point(1, 0, ["other"]), p != Point(2), Point(1, tags=[1]).tags, asdict(p), astuple(p), replace(p, y=5),
      is_dataclass(p), [f.name for f in fields(Point)])
print(Version(1, 2) < Version(1, 3), sorted([Version(2), Version(1, 5)]), hash(Version(1)) == hash(Version(1)),
      Version(1, note="x"))
print(Sub(1, 2, name="m"), Sub(1, start=0).z, make_dataclass("Made", ["a", ("b", int, 5)])(1))
for bad in (lambda: Point(), lambda: Version(1).__setattr__("major", 2), lambda: hash(p), lambda: p < p,
            lambda: Sub(1, 2, [], 3), lambda: replace(Sub(1), z=1), lambda: asdict(5)):
    try:
        bad()
    except (TypeError, FrozenInstanceError, ValueError) as error:
        print(type(error).__name__, error)
