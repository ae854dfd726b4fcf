def resource():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("asked to leave")
        raise
    finally:
        print("cleaned up")

g = resource()
print(next(g))
g.close()
g = resource()
next(g)
try:
    g.throw(ValueError("thrown in"))
except ValueError as error:
    print(error)
