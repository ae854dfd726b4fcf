"""Processes to be waited for, written to and read from with await."""

__all__ = 'create_subprocess_exec', 'create_subprocess_shell'

from subprocess import DEVNULL, PIPE, STDOUT

from . import events, protocols, streams, tasks
from .log import logger


class SubprocessStreamProtocol(streams.FlowControlMixin, protocols.SubprocessProtocol):
    """Feeds a StreamReader for each pipe that the process writes to."""

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._process_exited = False
        self._pipe_fds = []
        self._stdin_closed = self._loop.create_future()

    def __repr__(self):
        parts = [self.__class__.__name__]
        for name in 'stdin', 'stdout', 'stderr':
            if getattr(self, name) is not None:
                parts.append(f'{name}={getattr(self, name)!r}')
        return f"<{' '.join(parts)}>"

    def connection_made(self, transport):
        self._transport = transport
        self.stdout = self._make_reader(1)
        self.stderr = self._make_reader(2)
        stdin = transport.get_pipe_transport(0)
        if stdin is not None:
            self.stdin = streams.StreamWriter(stdin, protocol=self, reader=None, loop=self._loop)

    def _make_reader(self, fd):
        pipe = self._transport.get_pipe_transport(fd)
        if pipe is None:
            return None
        reader = streams.StreamReader(limit=self._limit, loop=self._loop)
        reader.set_transport(pipe)
        self._pipe_fds.append(fd)
        return reader

    def _reader(self, fd):
        return self.stdout if fd == 1 else self.stderr if fd == 2 else None

    def pipe_data_received(self, fd, data):
        reader = self._reader(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            self._stdin_lost(exc)
            return
        reader = self._reader(fd)
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if fd in self._pipe_fds:
            self._pipe_fds.remove(fd)
        self._maybe_close_transport()

    def _stdin_lost(self, exc):
        if self.stdin is not None:
            self.stdin.close()
        self.connection_lost(exc)
        if exc is None:
            self._stdin_closed.set_result(None)
        else:
            self._stdin_closed.set_exception(exc)

    def process_exited(self):
        self._process_exited = True
        self._maybe_close_transport()

    def _maybe_close_transport(self):
        if self._process_exited and not self._pipe_fds:
            self._transport.close()
            self._transport = None

    def _get_close_waiter(self, stream):
        if stream is self.stdin:
            return self._stdin_closed


class Process:
    """A child; its streams are None unless they are pipes."""

    def __init__(self, transport, protocol, loop):
        self._transport = transport
        self._protocol = protocol
        self._loop = loop
        self.stdin = protocol.stdin
        self.stdout = protocol.stdout
        self.stderr = protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.pid}>'

    @property
    def returncode(self):
        return self._transport.get_returncode()

    async def wait(self):
        """Wait until it has ended; gives what it has ended with."""
        return await self._transport._wait()

    def send_signal(self, signal):
        self._transport.send_signal(signal)

    def terminate(self):
        self._transport.terminate()

    def kill(self):
        self._transport.kill()

    def _tell(self, what, *more):
        if self._loop.get_debug():
            logger.debug('%r communicate: ' + what, self, *more)

    async def _feed_stdin(self, input):
        self.stdin.write(input)
        self._tell('feed stdin (%s bytes)', len(input))
        try:
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as exc:
            self._tell('stdin got %r', exc)  # it does not want to read it all
        self._tell('close stdin')
        self.stdin.close()

    async def _noop(self):
        return None

    async def _read_stream(self, fd):
        stream, name = (self.stdout, 'stdout') if fd == 1 else (self.stderr, 'stderr')
        self._tell('read %s', name)
        output = await stream.read()
        self._tell('close %s', name)
        self._transport.get_pipe_transport(fd).close()
        return output

    async def communicate(self, input=None):
        """Write the input, read both outputs to their ends, and wait; gives the outputs, None for what is no pipe."""
        feeding = self._noop() if input is None else self._feed_stdin(input)
        stdout = self._noop() if self.stdout is None else self._read_stream(1)
        stderr = self._noop() if self.stderr is None else self._read_stream(2)
        _, stdout, stderr = await tasks.gather(feeding, stdout, stderr)
        await self.wait()
        return stdout, stderr


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT, **kwds):
    """Have a shell run a command line."""
    loop = events.get_running_loop()
    transport, protocol = await loop.subprocess_shell(
        lambda: SubprocessStreamProtocol(limit=limit, loop=loop), cmd, stdin=stdin, stdout=stdout, stderr=stderr, **kwds)
    return Process(transport, protocol, loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT, **kwds):
    """Run a program with arguments."""
    loop = events.get_running_loop()
    transport, protocol = await loop.subprocess_exec(
        lambda: SubprocessStreamProtocol(limit=limit, loop=loop), program, *args, stdin=stdin, stdout=stdout,
        stderr=stderr, **kwds)
    return Process(transport, protocol, loop)
