import enum
class Color(enum.Enum):
    RED = 1
    BLUE = 2
class Constants:
    LIMIT = 10
    class Inner:
        NAME = "inner"
def f(value):
    match value:
        case Color.RED: return "red"
        case Color.BLUE | Constants.LIMIT: return "blue or 10"
        case {Constants.Inner.NAME: x}: return "found", x
        case [Constants.Inner.NAME, *_]: return "list"
    return "nothing"
print([f(v) for v in (Color.RED, Color.BLUE, 10, 10.0, {"inner": 5}, ["inner", 1], 11, Color)])
