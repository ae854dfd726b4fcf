count: int = "not an int"
name: "str"
(hidden): float = 1.5

class Point:
    x: int
    y: int = 0
    z: "Point" = None

def move(point: Point, *by: int, fast: bool = False, **more: "what") -> "Point":
    local: int = 3
    other: undefined_name
    return local

print(__annotations__)
print(Point.__annotations__, Point.y, hasattr(Point, "x"))
print(move.__annotations__, move(None))
try:
    name
except NameError as error:
    print(error)
