"""Starting a process as a new interpreter, which is told by a pipe what to prepare and which process to run."""

import io
import os

from . import context, popen_fork, reduction, spawn
from ._system import start_python

__all__ = ['Popen']


class _DupFd:
    """A descriptor that has the same number in the child."""

    def __init__(self, fd):
        self.fd = fd

    def detach(self):
        return self.fd


class Popen(popen_fork.Popen):
    method = 'spawn'
    DupFd = _DupFd

    def __init__(self, process_obj):
        self._fds = []
        super().__init__(process_obj)

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return fd

    def _pickled(self, process_obj):
        """What the child reads. Pickling it says which descriptors it needs."""
        octets = io.BytesIO()
        preparation = spawn.get_preparation_data(process_obj._name)
        context.set_spawning_popen(self)
        try:
            reduction.dump(preparation, octets)
            reduction.dump(process_obj, octets)
        finally:
            context.set_spawning_popen(None)
        return octets.getbuffer()

    def _launch(self, process_obj):
        message = self._pickled(process_obj)
        ours = []
        theirs = []
        try:
            sentinel, child_w = os.pipe()
            child_r, parent_w = os.pipe()
            ours += [sentinel, parent_w]
            theirs += [child_r, child_w]
            self.pid = start_python(spawn.get_command_line(pipe_handle=child_r), [*self._fds, *theirs])
            self._set_sentinel(*ours)
            with open(parent_w, 'wb', closefd=False) as pipe:
                pipe.write(message)
        finally:
            for fd in theirs:
                os.close(fd)
