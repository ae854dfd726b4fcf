def f(value):
    match value:
        case int() as n if n > 10: return "large", n
        case int(n) if n < 0: return "negative", n
        case (str() | bytes()) as text: return "text", text
        case [x, y] if x == y: return "pair", x
        case (1 | 2) as first, *_: return "begins", first
        case other: return "other", other
for value in (50, -5, 5, "s", b"b", [3, 3], [1, 9, 9], (2,), [3, 4], None):
    print(f(value))
def guard(x):
    print("guard", x)
    return x
match 5:
    case n if guard(False): print("never")
    case n if guard(n): print("taken", n)
print(n)
