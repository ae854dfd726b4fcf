"""Signals by name: what a process does when one comes, how they are sent, and timers that send one."""

import _signal
from _signal import (
    ItimerError, ITIMER_PROF, ITIMER_REAL, ITIMER_VIRTUAL, NSIG, alarm, default_int_handler, getitimer, pause, pthread_kill,
    raise_signal, set_wakeup_fd, setitimer, siginterrupt, sigtimedwait, sigwaitinfo, strsignal,
    struct_siginfo)
from enum import IntEnum as _IntEnum


def _numbers(*prefixes, but=()):
    """Those of _signal's numbers whose names begin so, smallest first: of two names the first in the alphabet counts."""
    chosen = [name for name in dir(_signal) if name.startswith(prefixes) and not name.startswith(but)]
    return sorted(((name, getattr(_signal, name)) for name in chosen), key=lambda item: (item[1], item[0]))


Signals = _IntEnum('Signals', _numbers('SIG', but='SIG_'), module=__name__)
Handlers = _IntEnum('Handlers', _numbers('SIG_DFL', 'SIG_IGN'), module=__name__)
Sigmasks = _IntEnum('Sigmasks', _numbers('SIG_BLOCK', 'SIG_UNBLOCK', 'SIG_SETMASK'), module=__name__)
for _each in (Signals, Handlers, Sigmasks):
    globals().update(_each.__members__)
del _each


def _named(value, names):
    """The member of an enumeration that a number means; anything else stays as it is."""
    try:
        return names(value)
    except ValueError:
        return value


def _plain(value):
    try:
        return int(value)
    except (ValueError, TypeError):
        return value


def _named_set(numbers):
    return {_named(number, Signals) for number in numbers}


def signal(signalnum, handler, /):
    """Have `handler` called with the signal's number and the interrupted frame; gives the handler before."""
    return _named(_signal.signal(_plain(signalnum), _plain(handler)), Handlers)


def getsignal(signalnum, /):
    """The handler of a signal: SIG_DFL, SIG_IGN, what signal() was given, or None."""
    return _named(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask, /):
    """Change which signals this thread blocks; gives those it blocked before."""
    return _named_set(_signal.pthread_sigmask(how, mask))


def sigpending():
    """The signals that wait to be let in."""
    return _named_set(_signal.sigpending())


def sigwait(sigset, /):
    """Wait until one of the signals comes, and take it."""
    return _named(_signal.sigwait(sigset), Signals)


def valid_signals():
    """All signals that the system has."""
    return _named_set(_signal.valid_signals())
