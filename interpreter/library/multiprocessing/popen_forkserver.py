"""Starting a process by having the fork server fork."""

import os

from . import forkserver, popen_spawn_posix

__all__ = ['Popen']


class _DupFd:
    """A descriptor by its place among those that the child has been given."""

    def __init__(self, ind):
        self.ind = ind

    def detach(self):
        return forkserver.get_inherited_fds()[self.ind]


class Popen(popen_spawn_posix.Popen):
    method = 'forkserver'
    DupFd = _DupFd

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return len(self._fds) - 1

    def _launch(self, process_obj):
        message = self._pickled(process_obj)
        child_r, parent_w = os.pipe()
        try:
            status, alive = forkserver.connect_to_new_process([child_r, *self._fds])
        finally:
            os.close(child_r)
        self._set_sentinel(status, alive)
        with open(parent_w, 'wb') as pipe:
            pipe.write(message)
        self.pid = forkserver.read_number(status)

    def poll(self, flag=os.WNOHANG):
        if self.returncode is None:
            from .connection import wait
            if not wait([self.sentinel], 0 if flag == os.WNOHANG else None):
                return None
            try:
                self.returncode = forkserver.read_number(self.sentinel)
            except (OSError, EOFError):
                # The server is gone, and with it the answer.
                self.returncode = 255
        return self.returncode
