"""Starting a process by fork(): the child has all that its parent had."""

import os
import signal

from . import util
from ._system import PAGES_OF_PREPARING, PAGES_OF_STARTING, copy_pages, fork

__all__ = ['Popen']


class Popen:
    method = 'fork'

    def __init__(self, process_obj):
        util._flush_std_streams()
        self.returncode = None
        self.finalizer = None
        self._launch(process_obj)

    def duplicate_for_child(self, fd):
        return fd

    def poll(self, flag=os.WNOHANG):
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, flag)
            except OSError:
                # Somebody else has waited for it: what it ended with is not known.
                return None
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is not None:
            return self.returncode
        if timeout is not None:
            from .connection import wait
            if not wait([self.sentinel], timeout):
                return None
        # Once the sentinel tells, the end is near: nothing is gained by asking only.
        return self.poll(os.WNOHANG if timeout == 0.0 else 0)

    def _send_signal(self, number):
        if self.returncode is None:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                pass
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    def terminate(self):
        self._send_signal(signal.SIGTERM)

    def kill(self):
        self._send_signal(signal.SIGKILL)

    def _launch(self, process_obj):
        code = 1
        parent_r, child_w = os.pipe()  # closed when the child has ended
        child_r, parent_w = os.pipe()  # closed when the parent has
        copy_pages(PAGES_OF_PREPARING)
        self.pid = fork(process_obj.name)
        if self.pid == 0:
            try:
                os.close(parent_r)
                os.close(parent_w)
                code = process_obj._bootstrap(parent_sentinel=child_r)
            finally:
                os._exit(code)
        copy_pages(PAGES_OF_STARTING)
        os.close(child_w)
        os.close(child_r)
        self._set_sentinel(parent_r, parent_w)

    def _set_sentinel(self, sentinel, *others):
        self.sentinel = sentinel
        self.finalizer = util.Finalize(self, util.close_fds, (sentinel, *others))

    def close(self):
        if self.finalizer is not None:
            self.finalizer()
