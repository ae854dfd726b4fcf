def f(value):
    match value:
        case {}  if not value: return "empty"
        case {"type": "circle", "r": r}: return "circle", r
        case {"type": str(kind), **rest}: return kind, rest
        case {1: x, None: y}: return x, y
        case {"a": {"b": [_, second, *_]}}: return second
        case {**rest}: return "rest", rest
        case _: return "no mapping"
import collections
for value in ({}, {"type": "circle", "r": 2, "x": 1}, {"type": "square", "side": 3}, {1: "x", None: "y"},
              {"a": {"b": (1, 2, 3)}}, {"type": 5}, [("type", 1)], collections.defaultdict(int),
              collections.ChainMap({"type": "t"})):
    print(f(value))
d = collections.defaultdict(list)
match d:
    case {"missing": x}: print("made", x)
    case _: print("not made", dict(d))
