def replaces():
    try:
        return "try"
    finally:
        return "finally"
def raises():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
def keeps():
    x = 1
    try:
        return x
    finally:
        x = 2
def nested():
    try:
        try:
            1 / 0
        finally:
            print("inner")
    except ZeroDivisionError:
        print("caught")
        raise
    finally:
        print("outer")
print(replaces(), keeps())
try:
    raises()
except KeyError as error:
    print(error, "after", repr(error.__context__))
try:
    nested()
except ZeroDivisionError:
    print("again")
