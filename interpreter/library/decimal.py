"""Decimal numbers: exact digits, rounding by rules that a context holds, and signals that it may trap."""

import numbers as _numbers
from collections import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping

from _decimal import (CONDITIONS as _CONDITIONS, Context, Decimal, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR,
                      ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, getcontext, setcontext)

__version__ = '1.70'
__libmpdec_version__ = '2.5.1'
HAVE_THREADS = True
HAVE_CONTEXTVAR = True
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


class DecimalException(ArithmeticError):
    """The base of all signals."""


class Clamped(DecimalException):
    """An exponent was changed to fit its limits."""


class InvalidOperation(DecimalException):
    """An operation that has no result."""


class ConversionSyntax(InvalidOperation):
    """Text that is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number other than zero was divided by zero."""


class DivisionImpossible(InvalidOperation):
    """A whole quotient has more digits than the precision."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero was divided by zero."""


class Inexact(DecimalException):
    """Digits other than zeros were lost."""


class InvalidContext(InvalidOperation):
    """A context that cannot be calculated with."""


class Rounded(DecimalException):
    """Digits were dropped, zeros or others."""


class Subnormal(DecimalException):
    """A result below the smallest exponent before it was rounded."""


class Overflow(Inexact, Rounded):
    """A result too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """A result so small that digits were lost."""


class FloatOperation(DecimalException, TypeError):
    """Decimals and floats were mixed."""


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
_BITS = {signal: _CONDITIONS[signal.__name__] for signal in _SIGNALS}
for _condition in (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext):
    _BITS[InvalidOperation] |= _CONDITIONS[_condition.__name__]

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
_Rational = _numbers.Rational
_numbers.Number.register(Decimal)


def _bits(signal):
    if signal in _SIGNALS:
        return _BITS[signal]
    raise KeyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                   "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")


class _SignalDict(_MutableMapping):
    """The flags or traps of a context, as a dictionary that cannot grow."""

    __slots__ = ('_context', '_mask')

    def __init__(self, context, mask):
        self._context, self._mask = context, mask

    def __getitem__(self, signal):
        return bool(getattr(self._context, self._mask) & _bits(signal))

    def __setitem__(self, signal, value):
        bits, others = _bits(signal), getattr(self._context, self._mask) & ~_bits(signal)
        setattr(self._context, self._mask, others | bits if value else others)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_SIGNALS)

    def __len__(self):
        return len(_SIGNALS)

    def __repr__(self):
        return '{' + ', '.join(f'{signal!r}:{self[signal]}' for signal in _SIGNALS) + '}'

    def copy(self):
        return dict(self)


_SignalDict.__name__ = _SignalDict.__qualname__ = 'SignalDict'


def _mask_of(signals):
    """The bits of a list of signals, or of a dictionary with all of them."""
    if isinstance(signals, (_SignalDict, dict)):
        if set(signals) != set(_SIGNALS):
            raise KeyError("invalid signal dict")
        signals = [signal for signal in _SIGNALS if signals[signal]]
    elif not isinstance(signals, list):
        raise TypeError("argument must be a signal dict")
    mask = 0
    for signal in signals:
        mask |= _bits(signal)
    return mask


def _reduce_context(context):
    chosen = [[signal for signal in _SIGNALS if signals[signal]] for signals in (context.flags, context.traps)]
    return type(context), (context.prec, context.rounding, context.Emin, context.Emax, context.capitals, context.clamp, *chosen)


DefaultContext = Context(traps=[InvalidOperation, DivisionByZero, Overflow])
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])


class _ContextManager:
    """A copy of a context that is the current one inside a `with` block."""

    def __init__(self, context):
        self._local = context

    def __enter__(self):
        self._outer = getcontext()
        setcontext(self._local)
        return self._local

    def __exit__(self, kind, value, traceback):
        setcontext(self._outer)


_ContextManager.__name__ = _ContextManager.__qualname__ = 'ContextManager'


def localcontext(ctx=None, **kwargs):
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    local = ctx.copy()
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(local, name, value)
    return _ContextManager(local)
