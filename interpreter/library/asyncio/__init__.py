"""Concurrency in one thread: coroutines that wait for each other in an event loop."""

import _asyncio

from . import (
    base_events, coroutines, events, exceptions, futures, locks, queues, runners, taskgroups, tasks, threads, timeouts,
    unix_events)
from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .runners import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from .unix_events import *

__all__ = (*base_events.__all__, *coroutines.__all__, *events.__all__, *exceptions.__all__, *futures.__all__,
           *locks.__all__, *queues.__all__, *runners.__all__, *taskgroups.__all__, *tasks.__all__, *threads.__all__,
           *timeouts.__all__, *unix_events.__all__)

# What connections and processes need is imported when it is first asked for: most programs have none.
_later = {
    'child_watchers': ('AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher', 'MultiLoopChildWatcher',
                       'ThreadedChildWatcher'),
    'protocols': ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol'),
    'server': ('AbstractServer', 'Server'),
    'streams': ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
                'open_unix_connection', 'start_unix_server'),
    'subprocess': ('create_subprocess_exec', 'create_subprocess_shell'),
    'transports': ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport',
                   'SubprocessTransport'),
}
__all__ += tuple(name for names in _later.values() for name in names)


def __getattr__(name):
    for module_name, names in _later.items():
        if name == module_name or name in names:
            module = __import__(f'{__name__}.{module_name}', fromlist=names)
            globals().update({each: getattr(module, each) for each in names})
            return module if name == module_name else globals()[name]
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


_asyncio._prepare_reports()
del _asyncio
