def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs

print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=60, x=70))
print(f(1, d=4, a=5, b=6))
print(f(*[1, 2], *[3], *(4, 5), d=0, **{"e": 1}, **{"z": 2}))
for call in ("f()", "f(1)", "f(d=1)", "f(1, 2, c=3, d=4, c=5)", "f(1, 2, 3, c=3, d=1)", "f(*1, d=2)", "f(1, **2)",
             "f(1, d=1, **{'d': 2})", "f(1, d=1, **{3: 4})"):
    try:
        print(eval(call))
    except (TypeError, SyntaxError) as error:
        print(type(error).__name__, str(error).split(" (<")[0])
