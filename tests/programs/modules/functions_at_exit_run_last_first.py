# stderr-contains: Exception ignored in atexit callback: <function bad at 0x
import atexit


def show(*values, **named):
    print(values, named)


def bad():
    raise ValueError("no")


def registers():
    atexit.register(show, "too late")


print(atexit.register(show, 1, x=2) is show)
for function in (bad, registers, print, print):
    atexit.register(function)
atexit.unregister(print)
print(atexit._ncallbacks())
for wrong in ((), (3,)):
    try:
        atexit.register(*wrong)
    except TypeError as error:
        print(error)
