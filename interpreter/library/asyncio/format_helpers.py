"""How messages show callbacks, handles and where something was created."""

import reprlib
import sys
import types
from _functools import partial

from . import constants


def _is_partial(func):
    functools = sys.modules.get('functools')
    return isinstance(func, partial) or functools is not None and isinstance(func, functools.partialmethod)


def _get_function_source(func):
    while True:
        if _is_partial(func):
            func = func.func
        elif hasattr(func, '__wrapped__'):
            func = func.__wrapped__
        else:
            break
    if isinstance(func, types.FunctionType):
        return func.__code__.co_filename, func.__code__.co_firstlineno
    function = getattr(func, '__func__', None)
    return _get_function_source(function) if isinstance(function, types.FunctionType) else None


def _format_callback_source(func, args):
    source = _get_function_source(func)
    text = _format_callback(func, args, None)
    return f'{text} at {source[0]}:{source[1]}' if source else text


def _format_args_and_kwargs(args, kwargs):
    items = [reprlib.repr(arg) for arg in args or ()]
    items += [f'{name}={reprlib.repr(value)}' for name, value in (kwargs or {}).items()]
    return f'({", ".join(items)})'


def _format_callback(func, args, kwargs, suffix=''):
    suffix = _format_args_and_kwargs(args, kwargs) + suffix
    if isinstance(func, partial):
        return _format_callback(func.func, func.args, func.keywords, suffix)
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None) or repr(func)
    return name + suffix


def _handle_repr(handle):
    info = [type(handle).__name__]
    if handle._cancelled:
        info.append('cancelled')
    if hasattr(handle, '_when'):
        info.append(f'when={handle._when}')
    if handle._callback is not None:
        info.append(_format_callback_source(handle._callback, handle._args))
    if handle._source_traceback:
        frame = handle._source_traceback[-1]
        info.append(f'created at {frame[0]}:{frame[1]}')
    return f'<{" ".join(info)}>'


def extract_stack(f=None, limit=None):
    """The frames from the outermost one to `f`, as traceback.extract_stack, but no more than debug mode keeps."""
    import traceback
    if f is None:
        f = sys._getframe().f_back
    stack = traceback.StackSummary.extract(
        traceback.walk_stack(f), limit=limit or constants.DEBUG_STACK_DEPTH, lookup_lines=False)
    stack.reverse()
    return stack
