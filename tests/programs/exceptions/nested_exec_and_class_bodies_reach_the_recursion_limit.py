def by_exec():
    exec("by_exec()")


def by_class():
    class Inner:
        by_class()


def by_eval():
    eval("by_eval()")


import sys

sys.setrecursionlimit(150)
for function in (by_exec, by_class, by_eval):
    try:
        function()
    except RecursionError as error:
        print(function.__name__, str(error).startswith("maximum recursion depth exceeded"))
