class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __bool__(self): return False
print(-U(), +U(), ~U(), not U())
class Nothing: pass
for expression in ("-Nothing()", "+Nothing()", "~Nothing()", "-'a'", "~1.5", "+[]", "-None"):
    try:
        eval(expression)
    except TypeError as error:
        print(error)
print(-True, ~1, +False, -(-5), ~~7)
