import contextlib
import io
import threading
import time


@contextlib.contextmanager
def tag(name):
    print(f'<{name}>')
    try:
        yield name.upper()
    except ZeroDivisionError as error:
        print('swallowed', error)
    finally:
        print(f'</{name}>')


with tag('a') as outer, tag('b') as inner:
    print(outer, inner)
    1 / 0
print('after')


@tag('decorated')
def decorated():
    return 'result'


print(decorated())


class Timer(contextlib.ContextDecorator):
    def __enter__(self):
        self.begin = time.monotonic()
        return self

    def __exit__(self, *error):
        self.seconds = time.monotonic() - self.begin
        return False


with Timer() as timer:
    time.sleep(0.05)
print(0.05 <= timer.seconds < 0.5)

with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(f'n{i}')) for i in range(3)]
    stack.callback(print, 'callback', names)
    stack.push(lambda kind, error, trace: print('exit', kind, error) or True)
    raise KeyError('inside')
print('kept going')

with contextlib.ExitStack() as stack:
    stack.enter_context(tag('moved'))
    later = stack.pop_all()
print('not closed yet')
later.close()

out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
    print('hidden')
    import sys
    print('oops', file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))

with contextlib.suppress(FileNotFoundError, KeyError):
    {}['x']
    print('not reached')


class Resource:
    def close(self):
        print('closed')


with contextlib.closing(Resource()) as resource:
    print(type(resource).__name__)
with contextlib.nullcontext(5) as five:
    print(five)


class Pool:
    def __init__(self, size):
        self.free = threading.Semaphore(size)
        self.lock = threading.Lock()
        self.used = self.most = 0

    @contextlib.contextmanager
    def connection(self):
        with self.free:
            with self.lock:
                self.used += 1
                self.most = max(self.most, self.used)
            try:
                yield self.used
            finally:
                with self.lock:
                    self.used -= 1


pool = Pool(2)


def use():
    with pool.connection():
        time.sleep(0.01)


threads = [threading.Thread(target=use) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(pool.used, pool.most)


class Angry:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        raise RuntimeError('from exit') from error


try:
    with Angry():
        raise ValueError('from body')
except RuntimeError as error:
    print(repr(error), repr(error.__cause__), repr(error.__context__))
try:
    with 5:
        pass
except TypeError as error:
    print(error)


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


@contextlib.contextmanager
def never():
    if False:
        yield


for manager in (twice, never):
    try:
        with manager():
            pass
    except RuntimeError as error:
        print(error)
