def describe(thing):
    match thing:
        case 0 | 1:
            return "a bit"
        case [x, y]:
            return f"a pair {x} {y}"
        case {"name": str(name), **rest}:
            return f"named {name} {rest}"
        case int(n) if n > 100:
            return "large"
        case _:
            return "something else"

for thing in (1, [2, 3], {"name": "lock", "held": True}, 101, None):
    print(describe(thing))
