"""What this package asks of the operating system that has no other Python module: everything low-level is here."""

import os

import _processes
import _spending


# Pages of memory that CPython 3.11 writes to in some steps, were it only to count references, and that a fork has left
# shared with another process: minor faults as getrusage(2) counts them there.
PAGES_OF_PREPARING = 34  # a process is made, and all is ready for the fork
PAGES_OF_STARTING = 64  # fork() and start() return in the parent
PAGES_OF_BOOTSTRAP = 165  # in the child, until it runs its target
PAGES_OF_END = 22  # from there to its end
PAGES_OF_PROGRAM = 830  # a child of the fork server runs the program anew
PAGES_OF_POOL_QUEUES = 50  # a pool makes its queues
PAGES_OF_POOL_THREADS = 390  # a pool has its workers and starts three threads, which begin to wait
PAGES_OF_POOL_WORKER = 28  # a worker's loop
PAGES_OF_POOL_PROCESS = 37  # a pool makes a process of its own
PAGES_OF_POOL_END = 21  # a pool is waited for
PAGES_OF_MAPPED_ITEMS = 8  # of a thousand, in the process that has the pool: list of results, chunks, what they are pickled to
PAGES_OF_CHUNK_ITEMS = 30  # of a thousand, in a worker: the numbers, their list and that of results, as they were sent and will be
PAGES_OF_RESULTS = 7  # of a thousand results that are objects, in either


def copy_pages(count):
    """What it costs to write to so many pages: nothing, if no other process has ever shared them."""
    _processes.copy_pages(count)


class MemoryAfterFork:
    """What a process keeps its data in, after a fork: only what was never as full before is written to for the first time."""

    def __init__(self, pages_of_thousand_items):
        self._pages = pages_of_thousand_items
        self._items = 0

    def hold(self, items):
        if items > self._items:
            copy_pages((items - self._items) * self._pages // 1000)
            self._items = items

    def hold_results(self, results, items):
        """Those of a chunk, of so many; None takes no memory."""
        if results and results[0] is not None:
            self.hold(items)


class StartingUp:
    """What happens within, also in the process that is started there, is told by reports as its start-up."""

    def __enter__(self):
        self._before = _spending.begin(_spending.StartUp)

    def __exit__(self, *args):
        _spending.begin(self._before)


def begin_program_anew():
    """Before the program runs in a child; CPython does that by `runpy.run_path`, which imports pkgutil first."""
    copy_pages(PAGES_OF_PROGRAM)
    _spending.pay_for_import('pkgutil')


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


def start_python(arguments, fds):
    """Starts an interpreter with these arguments that has only standard streams and `fds`; gives its pid."""
    return _processes.start(arguments, [(fd, fd) for fd in fds], dict(os.environ))


def take_descriptor(pid, fd):
    """A descriptor of this process for what is `fd` in another."""
    return _processes.take_descriptor(pid, fd)
