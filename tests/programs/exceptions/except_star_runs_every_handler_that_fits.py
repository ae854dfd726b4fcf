def run(*errors):
    try:
        if errors: raise ExceptionGroup("all", list(errors))
    except* ValueError as group:
        print("values", group.exceptions)
    except* (KeyError, TypeError) as group:
        print("others", group.exceptions)
    else:
        print("else")
    finally:
        print("finally")
run(ValueError(1), KeyError(2), ValueError(3))
run()
try:
    run(OSError(1), ValueError(2))
except ExceptionGroup as group:
    print("left", repr(group))
try:
    raise ValueError("single")
except* ValueError as group:
    print(repr(group))
def again():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
try:
    again()
except ExceptionGroup as group:
    print(repr(group), [repr(e.__context__) for e in group.exceptions])
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        raise
except ExceptionGroup as group:
    print("reraised", repr(group))
