# gilsim: a module of CPython's that gilsim lacks is refused with file and line before anything runs, unless it is
#   imported in a `try`; the exit status is 2
# cpython: imports happen when they are reached
# why: a program does not fail in its middle
# exit: 2
print("begun")

def never_called():
    import tkinter
# gilsim prints:
# cpython prints:
# begun
