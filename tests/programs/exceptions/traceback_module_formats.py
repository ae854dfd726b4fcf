import traceback, sys
def inner(x): return 10 / x
def outer(): return inner(0)
try:
    outer()
except ZeroDivisionError as error:
    print(traceback.format_exc())
    print(traceback.format_exception_only(error))
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.name, frame.lineno, frame.line)
    lines = traceback.format_exception(error)
    print(len(lines), lines[0], lines[-1])
    traceback.print_exc(limit=1, file=sys.stdout)
    traceback.print_exception(error, limit=-1, file=sys.stdout)
    print(traceback.format_tb(error.__traceback__, 1))
    te = traceback.TracebackException.from_exception(error)
    print(te.exc_type, str(te), "".join(te.format(chain=False)) == traceback.format_exc())
def stack(): return [f.name for f in traceback.extract_stack()]
print(stack())
