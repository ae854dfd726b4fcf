# An exception that is a group's context as well as its member is shown as both, by the interpreter and by traceback.
import traceback


def collect():
    try:
        int("x")
    except ValueError as error:
        raise ExceptionGroup("some", [error, ExceptionGroup("inner", [error, KeyError(1)])])


try:
    collect()
except ExceptionGroup as group:
    print(traceback.format_exc())
    shown = traceback.TracebackException.from_exception(group)
    print(shown.exceptions[0].exc_type, shown.__context__.exc_type)

try:
    raise ExceptionGroup("caused", [ValueError(1)])
except ExceptionGroup as group:
    try:
        raise ExceptionGroup("wrapped", [group, group]) from group
    except ExceptionGroup:
        print(traceback.format_exc())
collect()
