try:
    try:
        pass
    except ZeroDivisionError:
        print("never")
    else:
        1 / 0
    finally:
        print("finally")
except ZeroDivisionError:
    print("outside")
try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["missing"]
    finally:
        print("finally again")
except KeyError as error:
    print(repr(error), repr(error.__context__))
