"""Variables whose values belong to a context: each thread has one of its own, and others can be entered."""

import _thread
from collections.abc import Mapping
from types import GenericAlias

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')

_missing = object()
_state = _thread._local()  # .context: the thread's current one


def _current():
    try:
        return _state.context
    except AttributeError:
        _state.context = Context()
        return _state.context


class Token:
    """What ContextVar.set() gives, to undo it."""

    __class_getitem__ = classmethod(GenericAlias)
    MISSING = type('MISSING', (), {'__repr__': lambda self: '<Token.MISSING>'})()

    def __new__(cls):
        raise RuntimeError("Tokens can only be created by ContextVars")

    @classmethod
    def _make(cls, context, var, old_value):
        token = object.__new__(cls)
        token._context, token._var, token._old_value, token._used = context, var, old_value, False
        return token

    var = property(lambda self: self._var)
    old_value = property(lambda self: self._old_value)

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self._var!r} at {id(self):#x}>"


class ContextVar:
    __module__ = '_contextvars'
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    name = property(lambda self: self._name)

    def get(self, default=_missing, /):
        values = _current()._values
        if self in values:
            return values[self]
        for value in (default, self._default):
            if value is not _missing:
                return value
        raise LookupError(self)

    def set(self, value, /):
        context = _current()
        token = Token._make(context, self, context._values.get(self, Token.MISSING))
        context._values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _current()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old_value is Token.MISSING:
            context._values.pop(self, None)
        else:
            context._values[self] = token._old_value

    def __repr__(self):
        default = '' if self._default is _missing else f' default={self._default!r}'
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"


class Context(Mapping):
    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        previous = _current()
        self._entered, _state.context = True, self
        try:
            return callable(*args, **kwargs)
        finally:
            self._entered, _state.context = False, previous

    def copy(self):
        result = Context()
        result._values = dict(self._values)
        return result

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return self._values[var]

    def __contains__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __repr__(self):
        return f"<_contextvars.Context object at {id(self):#x}>"

    __hash__ = None


def copy_context():
    return _current().copy()
