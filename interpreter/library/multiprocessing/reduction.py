"""How objects are pickled on their way to another process."""

import collections
import copyreg
import functools
import io
import os
import pickle
from abc import ABCMeta

from . import context

__all__ = ['send_handle', 'recv_handle', 'ForkingPickler', 'register', 'dump']

HAVE_SEND_HANDLE = True


class ForkingPickler(pickle.Pickler):
    """A pickler with reductions of its own: those of register()."""

    _extra_reducers = {}
    _usual_reducers = collections.ChainMap(copyreg.dispatch_table)

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = self._usual_reducers.new_child(self._extra_reducers)

    @classmethod
    def register(cls, type, reduce):
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        buf = io.BytesIO()
        cls(buf, protocol).dump(obj)
        return buf.getbuffer()

    loads = pickle.loads


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    ForkingPickler(file, protocol).dump(obj)


def _reduce_method(method):
    if method.__self__ is None:
        return getattr, (method.__class__, method.__func__.__name__)
    return getattr, (method.__self__, method.__func__.__name__)


def _reduce_partial(partial):
    return _rebuild_partial, (partial.func, partial.args, partial.keywords or {})


def _rebuild_partial(func, args, keywords):
    return functools.partial(func, *args, **keywords)


class _Methods:
    def method(self):
        pass


register(type(_Methods().method), _reduce_method)
register(functools.partial, _reduce_partial)


# --- descriptors -----------------------------------------------------------------------------------------------------


class _SharedDescriptor:
    """A descriptor that whoever unpickles it takes from the process that has pickled it."""

    def __init__(self, fd):
        self._pid, self._fd = os.getpid(), os.dup(fd)

    def detach(self):
        from ._system import take_descriptor
        return take_descriptor(self._pid, self._fd)


def DupFd(fd):
    popen = context.get_spawning_popen()
    if popen is not None:
        return popen.DupFd(popen.duplicate_for_child(fd))
    return _SharedDescriptor(fd)


def send_handle(conn, handle, destination_pid):
    conn.send(_SharedDescriptor(handle))


def recv_handle(conn):
    return conn.recv().detach()


class AbstractReducer(metaclass=ABCMeta):
    """What a context's `reducer` may be instead of this module."""

    ForkingPickler = ForkingPickler
    register = register
    dump = dump
    send_handle = send_handle
    recv_handle = recv_handle
    DupFd = DupFd
