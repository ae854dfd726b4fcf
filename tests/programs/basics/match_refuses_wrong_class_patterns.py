class One:
    __match_args__ = ("a",)
    a = 1
class NoArgs: pass
class Wrong: __match_args__ = ["a"]
class WrongItem: __match_args__ = (5,)
def positional(value, kind):
    match value:
        case kind(x, y): return x, y
def one(value, kind):
    match value:
        case kind(x): return x
def keyword_twice(value):
    match value:
        case One(1, a=1): return "twice"
for call in (lambda: positional(One(), One), lambda: one(NoArgs(), NoArgs), lambda: one(Wrong(), Wrong),
             lambda: one(WrongItem(), WrongItem), lambda: one(5, 5), lambda: keyword_twice(One()),
             lambda: positional(5, int), lambda: one(One(), One)):
    try:
        print(call())
    except TypeError as error:
        print(error)
