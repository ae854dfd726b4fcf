"""A process that forks others when it is asked to: it is started once, as a new interpreter, and has no threads.

A request names descriptors of the process that asks. The server takes those that it needs, the child the others.
"""

import os
import struct
import sys
import threading

from . import connection, spawn, util
from ._system import PAGES_OF_STARTING, copy_pages, start_python, take_descriptor

__all__ = ['ensure_running', 'get_inherited_fds', 'connect_to_new_process', 'set_forkserver_preload']

_NUMBER = struct.Struct('q')


def read_number(fd):
    octets = b''
    while len(octets) < _NUMBER.size:
        some = os.read(fd, _NUMBER.size - len(octets))
        if not some:
            raise EOFError('unexpected EOF')
        octets += some
    return _NUMBER.unpack(octets)[0]


def write_number(fd, number):
    os.write(fd, _NUMBER.pack(number))


class ForkServer:
    def __init__(self):
        self._requests = None
        self._lock = threading.Lock()
        self._preload_modules = ['__main__']
        self._pid = None

    def set_forkserver_preload(self, modules_names):
        """Modules that the server imports once, so that its children need not."""
        if not all(type(name) is str for name in modules_names):
            raise TypeError('module_names must be a list of strings')
        self._preload_modules = modules_names

    def get_inherited_fds(self):
        return _inherited_fds

    def connect_to_new_process(self, fds):
        """(status, alive): the child's pid and exit code can be read from the one; the other is open while we live."""
        self.ensure_running()
        status_r, status_w = os.pipe()
        alive_r, alive_w = os.pipe()
        try:
            self._requests.send((os.getpid(), status_w, alive_r, list(fds)))
            # The server says that it has what it needs.
            read_number(status_r)
        finally:
            os.close(status_w)
            os.close(alive_r)
        return status_r, alive_w

    def ensure_running(self):
        with self._lock:
            if self._pid is not None:
                return
            code = 'from multiprocessing.forkserver import main; main(%d, %r)'
            reader, writer = connection.Pipe(duplex=False)
            arguments = ['-c', code % (reader.fileno(), self._preload_modules)]
            self._pid = start_python(arguments, [reader.fileno()])
            reader.close()
            self._requests = writer
            util.Finalize(self, ForkServer._stop, args=(self._pid, writer), exitpriority=-10)

    @staticmethod
    def _stop(pid, requests):
        requests.close()
        os.waitpid(pid, 0)


def main(request_fd, preload):
    """The server."""
    _import(preload)
    util._close_stdin()
    requests = connection.Connection(request_fd, writable=False)
    children = {}  # sentinel: pid, status
    while True:
        for ready in connection.wait([requests, *children]):
            if ready is not requests:
                _tell_end(ready, *children.pop(ready))
                continue
            try:
                request = requests.recv()
            except EOFError:
                return
            sentinel, pid, status = _fork(request, requests, children)
            children[sentinel] = pid, status


def _import(preload):
    """For '__main__' that is the server's own: in 3.11 it is never told where the program is, so each child runs that anew."""
    for name in preload:
        try:
            __import__(name)
        except ImportError:
            pass


def _fork(request, requests, children):
    asking, status, alive, fds = request
    status, alive = take_descriptor(asking, status), take_descriptor(asking, alive)
    fds = [take_descriptor(asking, fd) for fd in fds]
    write_number(status, 0)
    sentinel, ending = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            requests.close()
            for fd, (_, other) in children.items():
                util.close_fds(fd, other)
            util.close_fds(sentinel, status)
            code = _serve_one(alive, fds)
        except Exception:
            sys.excepthook(*sys.exc_info())
            sys.stderr.flush()
        finally:
            os._exit(code)
    copy_pages(PAGES_OF_STARTING)
    write_number(status, pid)
    util.close_fds(ending, alive, *fds)
    return sentinel, pid, status


def _serve_one(alive, fds):
    global _inherited_fds
    message, *_inherited_fds = fds
    _forkserver._pid = None
    _forkserver._requests = None
    return spawn._main(message, os.dup(alive))


def _tell_end(sentinel, pid, status):
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    try:
        write_number(status, code)
    except BrokenPipeError:
        pass  # nobody wants to know
    util.close_fds(sentinel, status)


_inherited_fds = None
_forkserver = ForkServer()
ensure_running = _forkserver.ensure_running
get_inherited_fds = _forkserver.get_inherited_fds
connect_to_new_process = _forkserver.connect_to_new_process
set_forkserver_preload = _forkserver.set_forkserver_preload
