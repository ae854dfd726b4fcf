def t(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e.args, repr(e), repr(e.__context__), repr(e.__cause__))


def a():
    try:
        raise ExceptionGroup('b', [ValueError(1), KeyError(2), ExceptionGroup('c',[ValueError(3), TypeError(4)])])
    except* ValueError:
        raise


def b():
    try:
        raise ExceptionGroup('b', [ValueError(1), KeyError(2), ExceptionGroup('c',[ValueError(3), TypeError(4)])])
    except* ValueError as e:
        raise e


def c():
    try:
        raise ExceptionGroup('b', [ValueError(1), KeyError(2), ExceptionGroup('c',[ValueError(3), TypeError(4)])])
    except* ValueError as e:
        raise IndexError(5)
    except* TypeError:
        raise


def d():
    try:
        raise ValueError(1)
    except* ValueError as e:
        raise


def e():
    try:
        raise ValueError(1)
    except* ValueError as e:
        raise IndexError from e


def f():
    try:
        raise ValueError(1)
    except* TypeError as e:
        pass


def g():
    try:
        raise ExceptionGroup('b', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        1/0
    except* KeyError as e:
        raise TypeError(3)


for x in a,b,c,d,e,f,g: t(x)


def h():
    try:
        raise ExceptionGroup("h", [ValueError(1), KeyError(2)])
    except* ValueError:
        raise SystemExit(3)


def i():
    try:
        raise KeyboardInterrupt(1)
    except* KeyboardInterrupt as group:
        print(type(group), group.args)
        raise TypeError(1)


t(h)
t(i)
