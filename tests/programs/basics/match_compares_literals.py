def name(value):
    match value:
        case 0: return "zero"
        case -1 | 1: return "one"
        case 1.5 | -2.5: return "float"
        case 1 + 2j | -3j: return "complex"
        case "a" | 'b' "c": return "text"
        case b"x": return "bytes"
        case None: return "None"
        case True: return "True"
        case False: return "False"
        case _: return "other"
for value in (0, 1, -1, 1.0, 1.5, -2.5, 1 + 2j, -3j, "a", "bc", b"x", None, True, False, [], 0.0, "A"):
    print(repr(value), name(value))
