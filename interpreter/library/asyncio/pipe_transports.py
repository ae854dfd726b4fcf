"""Transports over pipes that the event loop watches; sockets and terminals will do as well."""

import errno
import os
import stat
import warnings

from . import futures, transports
from .log import logger

_LOST_LIMIT = 5  # so many writes to a lost pipe before a warning


class _PipeTransport:
    """What both directions have in common."""

    def _open_pipe(self, loop, pipe, protocol, kinds):
        self._loop = loop
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._closing = False
        self._extra['pipe'] = pipe
        self._mode = os.fstat(self._fileno).st_mode
        if not (stat.S_ISFIFO(self._mode) or stat.S_ISSOCK(self._mode) or stat.S_ISCHR(self._mode)):
            self._pipe = self._fileno = self._protocol = None
            raise ValueError(f'Pipe transport is {kinds}')
        os.set_blocking(self._fileno, False)
        loop.call_soon(protocol.connection_made, self)

    def _watch_from_now_on(self):
        # Only once the protocol knows of its connection.
        self._loop.call_soon(self._loop._add_reader, self._fileno, self._read_ready)

    def _wake(self, waiter):
        if waiter is not None:
            self._loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        parts = [self.__class__.__name__]
        if self._pipe is None:
            parts.append('closed')
        elif self._closing:
            parts.append('closing')
        parts.append(f'fd={self._fileno}')
        if self._pipe is None:
            parts.append('closed')
        else:
            parts += self._activity()
        return f"<{' '.join(parts)}>"

    def _polls(self, direction):
        return 'idle' if self._loop._watched.get(self._fileno, (None, None))[direction] is None else 'polling'

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def __del__(self, _warn=warnings.warn):
        if self._pipe is not None:
            _warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self._pipe.close()

    def _fatal_error(self, exc, message='Fatal error on pipe transport'):
        if not self._is_expected(exc):
            self._loop.call_exception_handler({
                'message': message, 'exception': exc, 'transport': self, 'protocol': self._protocol})
        elif self._loop.get_debug():
            logger.debug('%r: %s', self, message, exc_info=True)
        self._close(exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()
            self._pipe = self._protocol = self._loop = None


class _UnixReadPipeTransport(_PipeTransport, transports.ReadTransport):

    max_size = 256 * 1024

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._paused = False
        self._open_pipe(loop, pipe, protocol, 'for pipes/sockets only.')
        self._watch_from_now_on()
        self._wake(waiter)

    def _activity(self):
        return [self._polls(0)]

    @staticmethod
    def _is_expected(exc):
        # A terminal whose other end is gone says EIO.
        return isinstance(exc, OSError) and exc.errno == errno.EIO

    def _read_ready(self):
        try:
            data = os.read(self._fileno, self.max_size)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as exc:
            self._fatal_error(exc, 'Fatal read error on pipe transport')
            return
        if data:
            self._protocol.data_received(data)
            return
        if self._loop.get_debug():
            logger.info('%r was closed by peer', self)
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)

    def pause_reading(self):
        if not (self._closing or self._paused):
            self._paused = True
            self._loop._remove_reader(self._fileno)
            if self._loop.get_debug():
                logger.debug('%r pauses reading', self)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._loop._add_reader(self._fileno, self._read_ready)
            if self._loop.get_debug():
                logger.debug('%r resumes reading', self)

    def close(self):
        if not self._closing:
            self._close(None)

    def _close(self, exc):
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)


class _UnixWritePipeTransport(_PipeTransport, transports._FlowControlMixin, transports.WriteTransport):

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra, loop)
        self._buffer = bytearray()
        self._conn_lost = 0
        self._open_pipe(loop, pipe, protocol, 'only for pipes, sockets and character devices')
        if not stat.S_ISCHR(self._mode):
            # An end to write to can be "read" when nobody reads the other one any more.
            self._watch_from_now_on()
        self._wake(waiter)

    def _activity(self):
        return [self._polls(1), f'bufsize={len(self._buffer)}']

    @staticmethod
    def _is_expected(exc):
        return isinstance(exc, OSError)

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        if self._loop.get_debug():
            logger.info('%r was closed by peer', self)
        self._close(BrokenPipeError() if self._buffer else None)

    def write(self, data):
        assert isinstance(data, (bytes, bytearray, memoryview)), repr(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            if self._conn_lost >= _LOST_LIMIT:
                logger.warning('pipe closed by peer or os.write(pipe, data) raised exception.')
            self._conn_lost += 1
            return
        if not self._buffer:
            written = self._write_some(data)
            if written is None or written == len(data):
                return
            data = memoryview(data)[written:]
            self._loop._add_writer(self._fileno, self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _write_some(self, data):
        """How much the pipe has taken; None: it is lost."""
        try:
            return os.write(self._fileno, data)
        except (BlockingIOError, InterruptedError):
            return 0
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._conn_lost += 1
            if self._buffer:
                self._buffer.clear()
                self._loop._remove_writer(self._fileno)
            self._fatal_error(exc, 'Fatal write error on pipe transport')
            return None

    def _write_ready(self):
        written = self._write_some(self._buffer)
        if written is None:
            return
        del self._buffer[:written]
        if not self._buffer:
            self._loop._remove_writer(self._fileno)
            self._maybe_resume_protocol()
            if self._closing:
                self._loop._remove_reader(self._fileno)
                self._call_connection_lost(None)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        self._closing = True
        if not self._buffer:
            self._loop._remove_reader(self._fileno)
            self._loop.call_soon(self._call_connection_lost, None)

    def close(self):
        if self._pipe is not None:
            self.write_eof()

    def abort(self):
        self._close(None)

    def _close(self, exc):
        self._closing = True
        if self._buffer:
            self._loop._remove_writer(self._fileno)
            self._buffer.clear()
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)
