def none(): pass
def one(a): pass
def two(a, b=1): pass
def keyword(*, k, m): pass
def positional(a, b, /): pass
class C:
    def method(self, x): pass
    def __init__(self, y=0): pass

for call in ("none(1)", "none(1, 2)", "none(x=1)", "one()", "one(1, 2)", "one(1, a=2)", "two(1, 2, 3)", "two()",
             "keyword()", "keyword(1, k=2, m=3)", "keyword(k=1)", "keyword(k=1, m=2, n=3)", "positional(1)",
             "positional(a=1, b=2)", "positional(1, b=2)", "C().method()", "C().method(1, 2)", "C(1, 2)", "C.method()",
             "(lambda x: x)()", "len()", "len(1, 2)", "print(x=1)", "int(1, 2, 3)", "sorted()", "[].append()"):
    try:
        eval(call)
    except TypeError as error:
        print(call, "->", error)
