import builtins
def show(kind, depth):
    print("  " * depth + kind.__name__)
    for child in sorted((c for c in kind.__subclasses__() if c.__module__ == "builtins"), key=lambda c: c.__name__):
        show(child, depth + 1)
show(BaseException, 0)
