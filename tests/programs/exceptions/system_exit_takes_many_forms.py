import sys
def leave(*args):
    try:
        sys.exit(*args)
    except SystemExit as error:
        print(repr(error), error.code, error.args)
leave()
leave(0)
leave("words")
leave((1, 2))
leave(None)
try:
    raise SystemExit
except BaseException as error:
    print(type(error).__name__, isinstance(error, Exception))
try:
    exit(4)
except SystemExit as error:
    print(error.code)
try:
    try:
        sys.exit(5)
    finally:
        print("cleaned")
except SystemExit:
    print("stayed")
