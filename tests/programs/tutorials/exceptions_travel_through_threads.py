# exit: 1
import sys
import threading
import traceback
import warnings


class AppError(Exception):
    """Base of all errors of this program."""

    def __init__(self, message, *, code=1):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f'[{self.code}] {self.args[0]}'


class NotFound(AppError):
    pass


def hook(args):
    print('hook:', args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback.tb_lineno > 0)


def fail(depth):
    if depth == 0:
        raise NotFound('nothing here', code=404)
    try:
        fail(depth - 1)
    except NotFound as error:
        error.add_note(f'at depth {depth}')
        raise


threading.excepthook = hook
thread = threading.Thread(target=fail, args=(2,), name='worker')
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__


class Carrying(threading.Thread):
    def run(self):
        self.error = None
        try:
            super().run()
        except BaseException as error:
            self.error = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.error:
            raise self.error


thread = Carrying(target=fail, args=(1,))
thread.start()
try:
    thread.join()
except AppError as error:
    print(error, error.__notes__, [frame.name for frame in traceback.extract_tb(error.__traceback__)])
    print(''.join(traceback.format_exception_only(error)), end='')


def chained():
    try:
        {}['key']
    except KeyError as error:
        raise AppError('wrapped') from error


def in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        int('x')


def hidden():
    try:
        1 / 0
    except ZeroDivisionError:
        raise AppError('hidden') from None


for function in (chained, in_handler, hidden):
    try:
        function()
    except Exception as error:
        text = traceback.format_exc()
        print(function.__name__, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
        print([line for line in text.splitlines() if not line.startswith(' ')])


def many():
    errors = []
    for text in ('1', 'x', '', '-'):
        try:
            int(text)
        except ValueError as error:
            errors.append(error)
    errors.append(AppError('late'))
    raise ExceptionGroup('several', errors)


try:
    many()
except* ValueError as group:
    print('values', len(group.exceptions), group.message)
except* AppError as group:
    print('app', group.exceptions)
group = ExceptionGroup('outer', [TypeError(1), ExceptionGroup('inner', [ValueError(2), OSError(3)])])
print(group.split(ValueError), group.subgroup(lambda error: isinstance(error, (TypeError, OSError))))


def order():
    try:
        print('try')
        return 'from try'
    except ValueError:
        print('not here')
    else:
        print('nor here')
    finally:
        print('finally')


print(order())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('old', DeprecationWarning)
    warnings.warn('odd')
print([(str(each.message), each.category.__name__) for each in caught])
try:
    assert len('abc') == 2, 'wrong length'
except AssertionError as error:
    print(error, sys.exc_info()[0] is AssertionError)
print(sys.exc_info())
sys.exit(str(AppError('goodbye', code=7)))
