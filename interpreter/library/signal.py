"""Signals that a program sends to itself. Handlers run in the main thread."""

import _thread
from enum import IntEnum

from _os import _exit, getpid


class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGWINCH = 28
    SIGIO = 29


class Handlers(IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65

_IGNORED_BY_DEFAULT = (17, 18, 23, 28)


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {2: default_int_handler, 13: Handlers.SIG_IGN}


def _checked(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def _in_main_thread():
    return _thread.get_native_id() == getpid()


def signal(signalnum, handler, /):
    if not _in_main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    if not (handler in (0, 1) if isinstance(handler, int) else callable(handler)):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    number = _checked(signalnum)
    if number in (9, 19):
        raise OSError(22, "Invalid argument")
    previous = getsignal(number)
    _handlers[number] = Handlers(handler) if isinstance(handler, int) else handler
    return previous


def getsignal(signalnum, /):
    return _handlers.get(_checked(signalnum), Handlers.SIG_DFL)


def raise_signal(signalnum, /):
    number = _checked(signalnum)
    handler = getsignal(number)
    if handler is Handlers.SIG_IGN:
        return
    if handler is Handlers.SIG_DFL:
        if number not in _IGNORED_BY_DEFAULT:
            _exit(128 + number)
    elif _in_main_thread():
        handler(number, None)
    elif handler is default_int_handler:
        _thread.interrupt_main()
    else:
        raise RuntimeError("gilsim cannot yet call a signal handler from another thread than the main one")


def strsignal(signalnum, /):
    return {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 6: 'Aborted', 9: 'Killed', 10: 'User defined signal 1',
            11: 'Segmentation fault', 12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock',
            15: 'Terminated'}.get(_checked(signalnum))


def valid_signals():
    return set(Signals)


def siginterrupt(signalnum, flag, /):
    _checked(signalnum)
