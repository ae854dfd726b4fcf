import functools
import inspect
import random
import threading
import time


def retry(times, *exceptions, delay=0.001):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except exceptions as error:
                    print(f'{function.__name__} attempt {attempt}: {error!r}')
                    last = error
                    time.sleep(delay * 2 ** attempt)
            raise RuntimeError(f'gave up after {times}') from last
        wrapper.times = times
        return wrapper
    return decorate


def checked(function):
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        for name, value in bound.arguments.items():
            wanted = function.__annotations__.get(name)
            if wanted and not isinstance(value, wanted):
                raise TypeError(f'{name} must be {wanted.__name__}, not {type(value).__name__}')
        return function(*args, **kwargs)
    return wrapper


def synchronized(function):
    lock = threading.RLock()

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        with lock:
            return function(*args, **kwargs)
    wrapper.lock = lock
    return wrapper


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)


random.seed(7)
failures = iter([ConnectionError('down'), TimeoutError('slow'), None])


@retry(5, ConnectionError, TimeoutError)
def fetch(url, /, *, timeout: float = 1.0) -> str:
    """Fetches."""
    if error := next(failures):
        raise error
    return f'<{url}>'


print(fetch('example.org'), fetch.__name__, fetch.__doc__, fetch.times, inspect.signature(fetch))


@retry(2, KeyError)
def hopeless():
    raise KeyError('k')


try:
    hopeless()
except RuntimeError as error:
    print(error, repr(error.__cause__))


@checked
def scale(value: int, *, by: float = 2.0):
    return value * by


print(scale(3), scale(3, by=1.5))
for arguments, keywords in ((('x',), {}), ((1,), {'by': 'y'}), ((), {}), ((1, 2), {})):
    try:
        scale(*arguments, **keywords)
    except TypeError as error:
        print(error)


class Counter:
    def __init__(self):
        self.value = 0

    @synchronized
    def add(self, n):
        before = self.value
        time.sleep(0)
        self.value = before + n
        return self.value

    @CountCalls
    def peek(self):
        return self.value

    @functools.cached_property
    def expensive(self):
        print('computing')
        return self.value * 10

    @functools.singledispatchmethod
    def show(self, what):
        return f'object {what}'

    @show.register
    def _(self, what: int):
        return f'int {what}'

    @show.register(list)
    def _(self, what):
        return f'list of {len(what)}'


counter = Counter()
threads = [threading.Thread(target=lambda: [counter.add(1) for _ in range(20)]) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter.peek(), counter.peek(), Counter.peek.calls, counter.expensive, counter.expensive, counter.show(1), counter.show([1]), counter.show('s'))


@functools.lru_cache(maxsize=3)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(80), fibonacci.cache_info(), fibonacci.__wrapped__.__name__)


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split('.')))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return '.'.join(map(str, self.parts))


print(sorted(map(Version, ['3.10', '3.9', '3.11.2'])), Version('3.9') >= Version('3.10'), max(Version('1.2'), Version('1.10')))
