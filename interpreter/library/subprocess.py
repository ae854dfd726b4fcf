"""Other programs as processes, with pipes to and from them; which ones there are, `_commands` says."""

import errno
import io
import os
import select
import signal
import threading
import types
import warnings
from time import monotonic as _time

import _commands

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
           'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']

PIPE = -1
STDOUT = -2
DEVNULL = -3

_PIPE_BUF = 512  # what is written to the child at a time: a pipe that is ready has room for as much


class SubprocessError(Exception):
    pass


def _set_output(error, value):
    error.output = value


_OUTPUT = property(lambda error: error.output, _set_output)  # `stdout` of errors is another name for `output`


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return "Command '%s' died with %r." % (self.cmd, signal.Signals(-self.returncode))
            except ValueError:
                return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    stdout = _OUTPUT


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    stdout = _OUTPUT


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = ['args={!r}'.format(self.args), 'returncode={!r}'.format(self.returncode)]
        if self.stdout is not None:
            parts.append('stdout={!r}'.format(self.stdout))
        if self.stderr is not None:
            parts.append('stderr={!r}'.format(self.stderr))
        return "{}({})".format(type(self).__name__, ', '.join(parts))

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)

    __class_getitem__ = classmethod(types.GenericAlias)


def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    retcode = call(*popenargs, **kwargs)
    if retcode:
        cmd = kwargs.get("args")
        if cmd is None:
            cmd = popenargs[0]
        raise CalledProcessError(retcode, cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for name in ('stdout', 'check'):
        if name in kwargs:
            raise ValueError(f'{name} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        # Nothing to read, not the parent's input.
        is_text = any(kwargs.get(name) for name in ('text', 'universal_newlines', 'encoding', 'errors'))
        kwargs['input'] = '' if is_text else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = PIPE
        kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        retcode = process.poll()
        if check and retcode:
            raise CalledProcessError(retcode, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, retcode, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        exitcode = 0
    except CalledProcessError as error:
        data = error.output
        exitcode = error.returncode
    return exitcode, data[:-1] if data[-1:] == '\n' else data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """The words as one line, each with what quoting it needs, as programs of Windows read it."""
    words = []
    for word in map(os.fsdecode, seq):
        quoted = ' ' in word or '\t' in word or not word
        text = '"' if quoted else ''
        backslashes = 0
        for character in word:
            if character == '\\':
                backslashes += 1
                continue
            text += '\\' * (backslashes * 2 + 1 if character == '"' else backslashes) + character
            backslashes = 0
        text += '\\' * backslashes * (2 if quoted else 1)
        words.append(text + ('"' if quoted else ''))
    return ' '.join(words)


class Popen:
    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        if preexec_fn not in (None, os.setsid, os.setpgrp):
            raise NotImplementedError("gilsim has no preexec_fn but os.setsid and os.setpgrp")
        if start_new_session or preexec_fn is not None:
            process_group = 0
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied but different. '
                                  'Pass one or the other.')
        self.args = args
        self.pid = None
        self.returncode = None
        self.stdin = self.stdout = self.stderr = None
        self._waitpid_lock = threading.Lock()
        self._communication = None
        self.encoding = encoding
        self.errors = errors
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        ours, theirs = self._open_streams(stdin, stdout, stderr)
        try:
            self._start(self._words(args, shell, executable), theirs, tuple(pass_fds), cwd, env)
            if process_group is not None:
                os.setpgid(self.pid, process_group)
        except:
            for fd in ours:
                if fd is not None:
                    os.close(fd)
            raise
        finally:
            for fd in self._to_close:
                os.close(fd)
            del self._to_close
        self._wrap(ours, bufsize)

    # --- starting

    def _open_streams(self, stdin, stdout, stderr):
        """This process's ends of pipes, None where there is no pipe; and the child's standard streams."""
        self._to_close = []  # what only the child needs
        ours, theirs = [], []
        for number, given in enumerate((stdin, stdout, stderr)):
            mine, child = self._open_stream(number, given, theirs)
            ours.append(mine)
            theirs.append(child)
        return ours, theirs

    def _open_stream(self, number, given, before):
        if given is None:
            return None, number
        if given == PIPE:
            reader, writer = os.pipe()
            mine, child = (writer, reader) if number == 0 else (reader, writer)
            self._to_close.append(child)
            return mine, child
        if given == DEVNULL:
            child = os.open(os.devnull, os.O_RDWR)
            self._to_close.append(child)
            return None, child
        if given == STDOUT and number == 2:
            return None, before[1]
        return None, given if isinstance(given, int) else given.fileno()

    @staticmethod
    def _words(args, shell, executable):
        if isinstance(args, (str, bytes, os.PathLike)):
            words = [args]
        else:
            words = list(args)
        if shell:
            words = ['/bin/sh', '-c', *words]
        words = [os.fsdecode(word) for word in words]
        if any('\0' in word for word in words):
            raise ValueError('embedded null byte')
        if executable is not None:
            words[0] = os.fsdecode(executable)
        return words

    def _start(self, words, streams, pass_fds, cwd, env):
        if cwd is not None and not os.path.isdir(cwd):
            raise _commands.failure(errno.ENOTDIR if os.path.exists(cwd) else errno.ENOENT, cwd)
        fds = [*enumerate(streams), *((fd, fd) for fd in pass_fds)]
        environment = None if env is None else {os.fsdecode(key): os.fsdecode(value) for key, value in env.items()}
        if environment is not None and any('=' in key for key in environment):
            raise ValueError('illegal environment variable name')
        path = (os.environ if environment is None else environment).get('PATH')
        self.pid = _commands.start(words, fds, environment, None if cwd is None else os.fsdecode(cwd), path)
        self._child_created = True

    def _wrap(self, ours, bufsize):
        for name, fd, mode in zip(('stdin', 'stdout', 'stderr'), ours, ('wb', 'rb', 'rb')):
            if fd is None:
                continue
            # A line at a time is a matter of the text above.
            line_buffering = bufsize == 1 and self.text_mode
            stream = io.open(fd, mode, -1 if line_buffering else bufsize)
            if self.text_mode:
                stream = io.TextIOWrapper(stream, encoding=self.encoding, errors=self.errors, write_through=name == 'stdin',
                                          line_buffering=line_buffering and name == 'stdin')
            setattr(self, name, stream)

    # --- the end

    def poll(self):
        if self.returncode is None and self._waitpid_lock.acquire(False):
            try:
                self._try_wait(os.WNOHANG)
            finally:
                self._waitpid_lock.release()
        return self.returncode

    def _try_wait(self, flags):
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, flags)
            except ChildProcessError:
                # Somebody else has waited for it: what it ended with is not known.
                pid, status = self.pid, 0
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)

    def wait(self, timeout=None):
        if timeout is None:
            while self.returncode is None:
                with self._waitpid_lock:
                    self._try_wait(0)
            return self.returncode
        deadline = _time() + timeout
        delay = 0.0005
        # waitpid() knows no timeout: it is asked now and again, ever more rarely.
        while self.poll() is None:
            remaining = deadline - _time()
            if remaining <= 0:
                raise TimeoutExpired(self.args, timeout)
            delay = min(delay * 2, remaining, 0.05)
            threading.Event().wait(delay)
        return self.returncode

    def send_signal(self, sig):
        if self.poll() is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    # --- talking

    def communicate(self, input=None, timeout=None):
        if self._communication is None:
            self._communication = _Communication(self, input)
        elif input:
            raise ValueError("Cannot send input after starting communication")
        deadline = None if timeout is None else _time() + timeout
        try:
            self._communication.go_on(deadline)
        except TimeoutError:
            raise TimeoutExpired(self.args, timeout, *self._communication.so_far()) from None
        remaining = None if deadline is None else max(deadline - _time(), 0)
        try:
            self.wait(timeout=remaining)
        except TimeoutExpired:
            raise TimeoutExpired(self.args, timeout, *self._communication.so_far()) from None
        return self._communication.results()

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, universal_newlines):
        self.text_mode = bool(universal_newlines)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for stream in (self.stdout, self.stderr):
            if stream:
                stream.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            self.wait()

    def __del__(self, _warn=warnings.warn):
        if not self._child_created:
            return
        if self.returncode is None:
            _warn("subprocess %s is still running" % self.pid, ResourceWarning, source=self)
            self.poll()

    def __repr__(self):
        text = f"<{self.__class__.__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    __class_getitem__ = classmethod(types.GenericAlias)


class _Communication:
    """Writes a child's input and reads its outputs at the same time, until all are closed."""

    def __init__(self, process, input):
        self._process = process
        self._outputs = [stream for stream in (process.stdout, process.stderr) if stream]
        self._read = {stream: [] for stream in self._outputs}
        self._open = set(self._outputs)
        self._input = None
        stdin = process.stdin
        if stdin:
            try:
                stdin.flush()
            except BrokenPipeError:
                pass
            if input:
                self._input = memoryview(self._encoded(input))
            else:
                self._close_input()

    def _encoded(self, text):
        if self._process.text_mode and isinstance(text, str):
            return text.encode(self._process.stdin.encoding, self._process.stdin.errors)
        return text

    def _close_input(self):
        self._input = None
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            pass

    def go_on(self, deadline):
        """Raises TimeoutError when the time is over; can then be called again."""
        while self._open or self._input is not None:
            poll = select.poll()
            by_descriptor = {stream.fileno(): stream for stream in self._outputs if stream in self._open}
            for fd in by_descriptor:
                poll.register(fd, select.POLLIN)
            if self._input is not None:
                poll.register(self._process.stdin.fileno(), select.POLLOUT)
            remaining = None if deadline is None else deadline - _time()
            if remaining is not None and remaining < 0:
                raise TimeoutError
            for fd, _ in poll.poll(None if remaining is None else remaining * 1000):
                if fd in by_descriptor:
                    self._read_some(by_descriptor[fd])
                else:
                    self._write_some()

    def _read_some(self, stream):
        octets = os.read(stream.fileno(), 32768)
        if octets:
            self._read[stream].append(octets)
        else:
            self._open.discard(stream)
            stream.close()

    def _write_some(self):
        try:
            self._input = self._input[os.write(self._process.stdin.fileno(), self._input[:_PIPE_BUF]):]
        except BrokenPipeError:
            self._input = self._input[:0]
        if not self._input:
            self._close_input()

    def so_far(self):
        """What has been read, as octets."""
        process = self._process
        return [b''.join(self._read[stream]) or None if stream else None for stream in (process.stdout, process.stderr)]

    def results(self):
        process = self._process
        return tuple(stream and self._decoded(stream) for stream in (process.stdout, process.stderr))

    def _decoded(self, stream):
        octets = b''.join(self._read[stream])
        if not self._process.text_mode:
            return octets
        return octets.decode(stream.encoding, stream.errors).replace('\r\n', '\n').replace('\r', '\n')
