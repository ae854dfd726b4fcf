def f():
    if a: b
    else: c
    return 3
def g():
    if c < b < d: return 3
    x
def g2():
    if e or c < b < d: return 3
    x
def h():
    if (c if b else d): return 3
    x
def i():
    x = c if b else 5
    return 7
def j():
    while a:
        if b: break
        c
    return 7
def k():
    if a < b and c: x
    if a and c<d and e: x
    if a and (c<d<e) and f: x
