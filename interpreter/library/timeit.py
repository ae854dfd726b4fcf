"""How long small pieces of code take."""

import time
from itertools import repeat as _times

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
_globals = globals


def _reindent(source, indent):
    return source.replace("\n", "\n" + " " * indent)


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        scope = _globals() if globals is None else globals
        names, arguments = {}, ''
        if isinstance(setup, str):
            # Each by itself first, so that an error has the lines of what was given.
            compile(setup, dummy_src_name, "exec")
            prologue = setup + '\n'
            setup = _reindent(setup, 4)
        elif callable(setup):
            names['_setup'] = setup
            arguments += ', _setup=_setup'
            prologue, setup = '', '_setup()'
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(prologue + stmt, dummy_src_name, "exec")
            stmt = _reindent(stmt, 8)
        elif callable(stmt):
            names['_stmt'] = stmt
            arguments += ', _stmt=_stmt'
            stmt = '_stmt()'
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = (f"\ndef inner(_it, _timer{arguments}):\n    {setup}\n    _t0 = _timer()\n    for _i in _it:\n"
                    f"        {stmt}\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n")
        exec(compile(self.src, dummy_src_name, "exec"), scope, names)
        self.inner = names["inner"]

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        gc = _collector()
        try:
            return self.inner(_times(None, number), self.timer)
        finally:
            if gc is not None:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """Finds a number of turns that takes at least 0.2 seconds."""
        scale = 1
        while True:
            for digit in 1, 2, 5:
                number = scale * digit
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def _collector():
    """The garbage collector, switched off; None when it is off already."""
    try:
        import gc
    except ImportError:
        return None
    if not gc.isenabled():
        return None
    gc.disable()
    return gc


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number,
           globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
