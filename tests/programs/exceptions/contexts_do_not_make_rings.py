a, b = ValueError("a"), ValueError("b")
try:
    try:
        raise a
    except ValueError:
        raise b
except ValueError:
    try:
        raise a
    except ValueError as error:
        print(error, error.__context__, error.__context__.__context__)
try:
    try:
        raise a
    except ValueError as e:
        raise e
except ValueError as error:
    print(error.__context__ is error, repr(error.__context__))
