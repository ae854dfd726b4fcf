import functools

def traced(function):
    @functools.wraps(function)
    def wrapper(*args):
        print("call", function.__name__, args)
        return function(*args)

    return wrapper

@traced
def add(a, b):
    """Adds."""
    return a + b

print(add(1, 2), add.__name__, add.__doc__)

@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(60), functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(add, 1)(5))
