def match(x):
    match x:
        case 1 | -2 | "a" | None | True:
            return 1
        case [a, b, *rest] if a:
            return rest
        case (1, _, *_):
            return 2
        case [*_, last]:
            return last
        case {"k": v, "n": {"m": w}, **others}:
            return v, w, others
        case Point(x=0, y=yy) | Point(yy, 0):
            return yy
        case [Point(a, b) as p, (c, d) | [d, c, _]]:
            return p, a, b, c, d
        case module.CONSTANT:
            return 3
        case str() | bytes():
            return 4
        case {}:
            return 5
        case []:
            return 6
        case name:
            return name
    match x, y:
        case _:
            pass
    match x:
        case 1:
            a
        case _ if b:
            c
