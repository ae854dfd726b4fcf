# contextlib: generators as context managers, stacks, redirection.
import contextlib
import io
import sys


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except BaseException as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


@contextlib.contextmanager
def tag(name):
    "doc"
    print('<%s>' % name)
    try:
        yield name
    except KeyError as error:
        print('swallowed', error)
    finally:
        print('</%s>' % name)


with tag('a') as value:
    print(value)
with tag('b'):
    raise KeyError('k')


def leak(error):
    with tag('c'):
        raise error


attempt(leak, ValueError('v'))
attempt(leak, StopIteration('s'))
attempt(leak, RuntimeError('r'))
print(tag.__name__, tag.__doc__)


@tag('decorated')
def decorated(x):
    return x * 2


print(decorated(2), decorated(3), decorated.__name__)


@contextlib.contextmanager
def never():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield
    yield


@contextlib.contextmanager
def stubborn():
    try:
        yield
    except ValueError:
        yield


@contextlib.contextmanager
def translating():
    try:
        yield
    except ValueError as error:
        raise KeyError('translated') from error


def use(manager, error=None):
    with manager:
        if error:
            raise error
    return 'out'


attempt(use, never())
attempt(use, twice())
attempt(use, stubborn(), ValueError('x'))
attempt(use, translating(), ValueError('x'))
attempt(use, contextlib.suppress(ValueError, KeyError), KeyError(1))
attempt(use, contextlib.suppress(), KeyError(1))
attempt(use, contextlib.nullcontext(5))


class Thing:
    def close(self):
        print('closed')


with contextlib.closing(Thing()) as thing:
    print(type(thing).__name__)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print('hidden')
with contextlib.redirect_stderr(out):
    print('also', file=sys.stderr)
print(repr(out.getvalue()))

with contextlib.ExitStack() as stack:
    print([stack.enter_context(tag(str(n))) for n in range(3)])
    stack.callback(print, 'called', end=' back\n')
    stack.push(lambda *details: print('pushed', details[0]))
    saved = stack.pop_all()
print('still open')
saved.close()


def exits():
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.suppress(ZeroDivisionError))
        stack.callback(lambda: 1 / 0)
        stack.callback(print, 'in between')
        raise ValueError('first')


attempt(exits)


def raising():
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: {}['key'])
        stack.callback(lambda: 1 / 0)
        raise ValueError('first')


attempt(raising)
attempt(contextlib.ExitStack().enter_context, 3)


class Counted(contextlib.ContextDecorator):
    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, *details):
        print('exit', details[0])


@Counted()
def counted():
    print('body')


counted()


class Abstract(contextlib.AbstractContextManager):
    pass


attempt(Abstract)
print(issubclass(Counted, contextlib.AbstractContextManager), isinstance(3, contextlib.AbstractContextManager))


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


@contextlib.asynccontextmanager
async def atag(name):
    print('a<', name)
    try:
        yield name
    except KeyError:
        print('a swallowed')
    finally:
        print('a>', name)


async def asynchronous():
    async with atag('x') as x:
        print(x)
    async with atag('y'):
        raise KeyError
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(atag('z'))
        stack.enter_context(tag('sync'))
        stack.push_async_callback(acallback, 1)
    async with contextlib.nullcontext(3) as y:
        print(y)
    return 'done'


async def acallback(n):
    print('acallback', n)


print(run(asynchronous()))
print(sorted(contextlib.__all__))
