"""What a coroutine is to asyncio, and how messages show it."""

__all__ = 'iscoroutinefunction', 'iscoroutine'

import sys
import types

from _collections_abc import Coroutine

_is_coroutine = object()  # marks functions that are no coroutine functions by themselves: f._is_coroutine = _is_coroutine
_coroutine_types = (types.CoroutineType, types.GeneratorType, Coroutine)


def _is_debug_mode():
    return sys.flags.dev_mode


def iscoroutinefunction(func):
    """Return True if func is a decorated coroutine function."""
    import inspect
    from .tasks import sleep  # which is native
    return (inspect.iscoroutinefunction(func) or getattr(func, '_is_coroutine', None) is _is_coroutine
            or func is sleep)


def iscoroutine(obj):
    """Return True if obj is a coroutine object."""
    return isinstance(obj, _coroutine_types)


def _attribute(coro, name):
    # Of a coroutine or of a generator.
    for prefix in 'cr_', 'gi_':
        value = getattr(coro, prefix + name, None)
        if value is not None:
            return value


def _name(coro):
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
    return f'{name or f"<{type(coro).__name__} without __name__>"}()'


def _format_coroutine(coro):
    name = _name(coro)
    code = _attribute(coro, 'code')
    if code is None:
        return f'{name} running' if _attribute(coro, 'running') else name
    frame = _attribute(coro, 'frame')
    file = code.co_filename or '<empty co_filename>'
    if frame is None:
        return f'{name} done, defined at {file}:{code.co_firstlineno}'
    return f'{name} running at {file}:{frame.f_lineno}'
