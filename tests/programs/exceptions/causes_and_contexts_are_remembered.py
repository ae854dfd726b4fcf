def chain(suppress):
    try:
        try:
            1 / 0
        except ZeroDivisionError as first:
            if suppress == "none": raise ValueError("second") from None
            if suppress == "cause": raise ValueError("second") from first
            if suppress == "other": raise ValueError("second") from KeyError("cause")
            if suppress == "class": raise ValueError from KeyError
            raise ValueError("second")
    except ValueError as error:
        print(suppress, repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
for suppress in ("no", "none", "cause", "other", "class"):
    chain(suppress)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
try:
    raise 5
except TypeError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)
