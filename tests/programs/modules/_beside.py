loaded = __name__


def double(x):
    return 2 * x
