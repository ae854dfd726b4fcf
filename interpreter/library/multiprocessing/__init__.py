"""Processes with the interface of threads. The names are those of the default context, which knows how processes start."""

import sys

from . import context

SUBDEBUG = 5
SUBWARNING = 25

__all__ = [name for name in dir(context._default_context) if name[0] != '_']
for name in __all__:
    globals()[name] = getattr(context._default_context, name)
del name

# What was pickled by the main program of a spawned process, which is named so there, can be unpickled here.
if '__main__' in sys.modules:
    sys.modules['__mp_main__'] = sys.modules['__main__']
