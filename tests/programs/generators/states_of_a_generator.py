import inspect
def g():
    print(inspect.getgeneratorstate(it), it.gi_running)
    x = yield 1
    try:
        next(it)
    except ValueError as error:
        print(error)
    return x
it = g()
print(inspect.getgeneratorstate(it), it.gi_frame.f_lineno, it.gi_yieldfrom)
next(it)
print(inspect.getgeneratorstate(it), it.gi_frame.f_locals, it.gi_code.co_name)
try:
    it.send("v")
except StopIteration as stop:
    print(stop.value)
print(inspect.getgeneratorstate(it), it.gi_frame, it.__name__, it.__qualname__, iter(it) is it)
