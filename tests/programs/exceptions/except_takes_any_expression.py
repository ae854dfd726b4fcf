def kinds():
    print("asked")
    return ValueError, KeyError
try:
    raise KeyError
except kinds() as error:
    print("caught", repr(error))
try:
    try:
        raise KeyError("k")
    except "not a class":
        pass
except TypeError as error:
    print(error, repr(error.__context__))
try:
    pass
except undefined_name:
    pass
class Meta(type):
    def __instancecheck__(cls, other): return True
class Odd(Exception, metaclass=Meta): pass
try:
    try:
        raise ValueError
    except Odd:
        print("instance checks are not asked")
except ValueError:
    print("only the real classes count")
