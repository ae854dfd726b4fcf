"""What this package asks of the operating system that has no other Python module: everything low-level is here."""

import math
import os

import _processes
import _spending


class StartingUp:
    """What happens within, also in the process that is started there, is told by reports as its start-up."""

    def __enter__(self):
        self._before = _spending.begin(_spending.StartUp)

    def __exit__(self, *args):
        _spending.begin(self._before)


def begin_own_work():
    _spending.begin(_spending.Program)


def fork(name):
    """os.fork(); `name` is what reports call the child."""
    return os._fork_as(name)


def duplex_pair():
    """Two descriptors; what is written to one can be read from the other."""
    import socket
    one, other = socket.socketpair()
    return one.detach(), other.detach()


def wait_readable(fds, timeout=None):
    """Those of the descriptors that can be read, or whose other end is gone, in their order; none after `timeout`."""
    import select
    poll = select.poll()
    for fd in fds:
        poll.register(fd, select.POLLIN)
    ready = {fd for fd, _ in poll.poll(None if timeout is None else math.ceil(max(timeout, 0) * 1000))}
    return [fd for fd in fds if fd in ready]


def start_python(arguments, fds):
    """Starts an interpreter with these arguments that has only standard streams and `fds`; gives its pid."""
    return _processes.start(arguments, [(fd, fd) for fd in fds], dict(os.environ))


def take_descriptor(pid, fd):
    """A descriptor of this process for what is `fd` in another."""
    return _processes.take_descriptor(pid, fd)
