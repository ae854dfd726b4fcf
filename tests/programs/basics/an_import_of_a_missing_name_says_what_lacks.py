try:
    from math import nothing_like_this
except ImportError as error:
    print(type(error).__name__, error.name, str(error).split(" (")[0])
try:
    import a_module_that_is_not_there
except ModuleNotFoundError as error:
    print(error, error.name, error.path)
try:
    import math.something
except ModuleNotFoundError as error:
    print(error)
try:
    from . import sibling
except ImportError as error:
    print(error)
