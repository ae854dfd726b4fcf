from contextlib import contextmanager
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print(f"</{name}>")
with tag("a") as a, tag("b") as b:
    print(a, b)
    raise ValueError("v")
try:
    with tag("c"):
        1 / 0
except ZeroDivisionError:
    print("passed on")
@tag("deco")
def f(): print("f")
f()
f()
@contextmanager
def never(): 
    if False: yield
@contextmanager
def twice():
    yield
    yield
for make in (never, twice):
    try:
        with make(): pass
    except RuntimeError as error:
        print(error)
