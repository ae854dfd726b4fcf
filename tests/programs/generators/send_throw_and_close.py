def echo():
    print("begun")
    try:
        while True:
            try:
                got = yield "ready"
                print("got", got)
            except ValueError as error:
                print("thrown", error)
                yield "recovered"
    finally:
        print("closed")
g = echo()
try:
    g.send(1)
except TypeError as error:
    print(error)
print(next(g), g.send(5), g.throw(ValueError("v")), next(g))
g.close()
g.close()
print(list(g))
g = echo()
try:
    g.throw(KeyError("early"))
except KeyError as error:
    print("at the start", error)
print(next(g, "finished"))
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored")
g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
