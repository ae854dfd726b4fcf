class Guard:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, error, trace):
        print("exit", kind.__name__ if kind else None, error)
        return self.swallow

with Guard(False) as g, Guard(True):
    print("body", g.swallow)
    raise KeyError("lost")
print("after")
try:
    with Guard(False):
        raise ValueError("passes on")
except ValueError as error:
    print(error)
