"""The simulated operating system: processes of one user, with files of their own."""

import sys as _sys
from abc import ABC as _ABC, abstractmethod as _abstractmethod

import _files

import posixpath as path
from _signal import kill
from _os import _exit, cpu_count, error_texts as _error_texts, get_terminal_size, sched_yield, times, uname, urandom
from _processes import (
    environment as _environment, fork as _fork, getpid, getppid, group_of as _group_of, set_group as _set_group, waitpid)

_sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
sep, altsep, extsep, pathsep = path.sep, path.altsep, path.extsep, path.pathsep
curdir, pardir, defpath, devnull = path.curdir, path.pardir, path.defpath, path.devnull
error = OSError

F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
O_NONBLOCK, O_SYNC, O_DIRECTORY, O_NOFOLLOW, O_CLOEXEC = 2048, 1052672, 65536, 131072, 524288
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0

_HOME = '/home/student'
supports_bytes_environ = True
supports_dir_fd = supports_fd = supports_effective_ids = supports_follow_symlinks = frozenset()


class _Environ(dict):
    """Names and values are str; the program's own copy."""

    def __setitem__(self, key, value):
        for item in (key, value):
            if not isinstance(item, str):
                raise TypeError("str expected, not %s" % type(item).__name__)
        super().__setitem__(key, value)

    def __repr__(self):
        return 'environ({%s})' % ', '.join('%r: %r' % item for item in self.items())

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value


environ = _Environ(HOME=_HOME, LANG='C.UTF-8', LOGNAME='student', PATH='/usr/local/bin:/usr/bin:/bin', PWD=_files.getcwd(),
                   SHELL='/bin/bash', TERM='xterm-256color', USER='student')
if _environment() is not None:
    environ.clear()
    environ.update(_environment())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value):
    """Has no effect that a program could see: as on any system, environ does not follow it."""


def unsetenv(name):
    pass


# --- paths -----------------------------------------------------------------------------------------------------------


class PathLike(_ABC):
    """A path that is an object: it has __fspath__."""

    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike and any('__fspath__' in each.__dict__ for each in subclass.__mro__):
            return True
        return NotImplemented

    @classmethod
    def __class_getitem__(cls, item):
        return cls


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        text = type(path).__fspath__(path)
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__) from None
    if isinstance(text, (str, bytes)):
        return text
    raise TypeError("expected %s.__fspath__() to return str or bytes, not %s" % (type(path).__name__, type(text).__name__))


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode('utf-8') if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode('utf-8') if isinstance(filename, bytes) else filename


# --- files -----------------------------------------------------------------------------------------------------------


getcwd, chdir = _files.getcwd, _files.chdir
set_blocking, get_blocking = _files.set_blocking, _files.get_blocking
close, read, write, dup, isatty, lseek = _files.close, _files.read, _files.write, _files.dup, _files.isatty, _files.lseek
pread, pwrite, fsync, pipe, readlink, access = (_files.pread, _files.pwrite, _files.fsync, _files.pipe, _files.readlink,
                                                _files.access)
fdatasync = fsync
ftruncate = truncate = _files.truncate
fchdir = chdir


def _no_folder_descriptor(dir_fd):
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")


def getcwdb():
    return fsencode(getcwd())


def open(path, flags, mode=0o777, *, dir_fd=None):
    _no_folder_descriptor(dir_fd)
    return _files.open(path, flags, mode)


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def dup2(fd, fd2, inheritable=True):
    return _files.dup2(fd, fd2)


def closerange(fd_low, fd_high):
    for fd in range(fd_low, fd_high):
        try:
            close(fd)
        except OSError:
            pass


_STAT_FIELDS = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime')
_START_OF_RUN_NS = 1_704_067_200 * 10**9  # 2024-01-01, as the time module counts


class stat_result(tuple):
    """What stat(2) tells; the three times are whole seconds as items and floats as attributes."""

    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3

    def __new__(cls, sequence, dict={}):
        self = tuple.__new__(cls, tuple(sequence)[:10])
        if len(self) < 10:
            raise TypeError("os.stat_result() takes an at least 10-sequence (%d-sequence given)" % len(self))
        for name, place in (('atime', 7), ('mtime', 8), ('ctime', 9)):
            nanoseconds = dict.get('st_%s_ns' % name, self[place] * 10**9)
            setattr(self, 'st_%s_ns' % name, nanoseconds)
            setattr(self, 'st_' + name, nanoseconds / 10**9)
        return self

    def __repr__(self):
        return 'os.stat_result(%s)' % ', '.join('%s=%d' % pair for pair in zip(_STAT_FIELDS, self))

    st_mode, st_ino, st_dev, st_nlink, st_uid, st_gid, st_size = (
        property(lambda self, place=place: self[place]) for place in range(7))
    st_blksize = 4096
    st_blocks = property(lambda self: (self.st_size + 4095) // 4096 * 8)
    st_rdev = 0


stat_result.__module__ = 'os'


def stat(path, *, dir_fd=None, follow_symlinks=True):
    _no_folder_descriptor(dir_fd)
    status = _files.stat(path, bool(follow_symlinks))
    times = [_START_OF_RUN_NS + time for time in status[7:]]
    return stat_result(status[:7] + tuple(time // 10**9 for time in times),
                       {'st_atime_ns': times[0], 'st_mtime_ns': times[1], 'st_ctime_ns': times[2]})


def lstat(path, *, dir_fd=None):
    return stat(path, follow_symlinks=False)


def fstat(fd):
    return stat(fd)


def listdir(path=None):
    return [name for name, _ in _files.list('.' if path is None else path, False)]


class DirEntry:
    """An entry of a folder. Its kind was read with the folder; stat() asks once."""

    def __new__(cls, *args):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def __repr__(self):
        return '<DirEntry %r>' % self.name

    def __fspath__(self):
        return self.path

    def __class_getitem__(cls, item):
        return cls

    def _is(self, kind, follow_symlinks):
        known = self._kind
        if known == 0o120000 and follow_symlinks:
            known = _files.mode(self.path, True) & 0o170000
        return known == kind

    def is_dir(self, *, follow_symlinks=True):
        return self._is(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(0o100000, follow_symlinks)

    def is_symlink(self):
        return self._kind == 0o120000

    def stat(self, *, follow_symlinks=True):
        if follow_symlinks not in self._known:
            self._known[follow_symlinks] = stat(self.path, follow_symlinks=follow_symlinks)
        return self._known[follow_symlinks]

    def inode(self):
        return self.stat(follow_symlinks=False).st_ino


DirEntry.__module__ = 'posix'


class _Scan:
    """What scandir() gives: an iterator that is closed at its end or by `with`."""

    def __init__(self, folder, entries):
        self._folder, self._entries = folder, iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        name, kind = next(self._entries)
        entry = object.__new__(DirEntry)
        entry.name, entry._kind, entry._known = name, kind, {}
        entry.path = path.join(self._folder, name)
        return entry

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path='.'):
    folder = '.' if path is None else path if isinstance(path, int) else fspath(path)
    entries = _files.list(folder, True)
    return _Scan('' if isinstance(folder, int) else folder, entries)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Gives (folder, names of folders, names of files) for the folder and all below it."""
    return _walk(fspath(top), topdown, onerror, followlinks)


def _walk(top, topdown, onerror, followlinks):
    folders, files, below = [], [], []
    try:
        with scandir(top) as entries:
            for entry in entries:
                if not entry.is_dir():
                    files.append(entry.name)
                    continue
                folders.append(entry.name)
                if not topdown and (followlinks or not entry.is_symlink()):
                    below.append(entry.path)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    if topdown:
        yield top, folders, files
        below = [path.join(top, name) for name in folders]
    for folder in below:
        if followlinks or not path.islink(folder):
            yield from _walk(folder, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def mkdir(path, mode=0o777, *, dir_fd=None):
    _no_folder_descriptor(dir_fd)
    _files.mkdir(path, mode)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (curdir if isinstance(tail, str) else b'.'):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def rmdir(path, *, dir_fd=None):
    _no_folder_descriptor(dir_fd)
    _files.rmdir(path)


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def unlink(path, *, dir_fd=None):
    _no_folder_descriptor(dir_fd)
    _files.unlink(path)


def remove(path, *, dir_fd=None):
    _no_folder_descriptor(dir_fd)
    _files.unlink(path)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _files.rename(src, dst)


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _files.rename(src, dst)


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    _files.link(src, dst)


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    _files.symlink(src, dst)


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    _no_folder_descriptor(dir_fd)
    _files.chmod(path, mode)


def fchmod(fd, mode):
    _files.chmod(fd, mode)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if ns is None:
        import time
        ns = (time.time_ns(),) * 2 if times is None else [int(each * 10**9) for each in times]
    accessed, modified = ns
    _files.utime(path, accessed - _START_OF_RUN_NS, modified - _START_OF_RUN_NS, bool(follow_symlinks))


def umask(mask):
    return 0o022


def sync():
    pass


def get_inheritable(fd):
    return False


def set_inheritable(fd, inheritable):
    pass


class statvfs_result(tuple):
    """The simulated disk, as a row of numbers with names."""

    (f_bsize, f_frsize, f_blocks, f_bfree, f_bavail, f_files, f_ffree, f_favail, f_flag, f_namemax) = (
        property(lambda self, place=place: self[place]) for place in range(10))


def statvfs(path):
    stat(path)
    total, used = (octets // 4096 for octets in _files.disk_space())
    return statvfs_result((4096, 4096, total, total - used, total - used, 10**6, 10**6, 10**6, 0, 255))


# --- processes and users ---------------------------------------------------------------------------------------------


WNOHANG, WUNTRACED, WCONTINUED = 1, 2, 8
_before_fork, _after_fork_in_child, _after_fork_in_parent = [], [], []


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    hooks = (before, _before_fork), (after_in_child, _after_fork_in_child), (after_in_parent, _after_fork_in_parent)
    if before is after_in_child is after_in_parent is None:
        raise TypeError('At least one argument is required.')
    for hook, _ in hooks:
        if hook is not None and not callable(hook):
            name = 'before' if hook is before else 'after_in_child' if hook is after_in_child else 'after_in_parent'
            raise TypeError("'%s' must be callable, not %s" % (name, type(hook).__name__))
    for hook, known in hooks:
        if hook is not None:
            known.append(hook)


def _run_hooks(hooks):
    for hook in hooks:
        try:
            hook()
        except BaseException as error:
            _sys.unraisablehook(_Unraisable(error, hook))


class _Unraisable:
    err_msg = None

    def __init__(self, error, hook):
        self.exc_type, self.exc_value, self.exc_traceback, self.object = type(error), error, error.__traceback__, hook


def fork():
    return _fork_as('child')


def _fork_as(name):
    """`name` is what reports call the new process."""
    _run_hooks(reversed(_before_fork))
    pid = _fork(name)
    if pid:
        _run_hooks(_after_fork_in_parent)
    else:
        threading = _sys.modules.get('threading')
        if threading is not None:
            threading._after_fork()
        random = _sys.modules.get('random')
        if random is not None:
            random.seed()  # or all children would draw the same numbers
        _run_hooks(_after_fork_in_child)
    return pid


def wait():
    return waitpid(-1, 0)


def WIFSIGNALED(status):
    return 0 < status & 0x7f < 0x7f


def WIFEXITED(status):
    return status & 0x7f == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xff


def WTERMSIG(status):
    return status & 0x7f


def WIFSTOPPED(status):
    return False


def WIFCONTINUED(status):
    return False


def WCOREDUMP(status):
    return False


def waitstatus_to_exitcode(status):
    return WEXITSTATUS(status) if WIFEXITED(status) else -WTERMSIG(status)


def sched_getaffinity(pid):
    return set(range(cpu_count()))


def killpg(pgid, sig):
    kill(-pgid if pgid else 0, sig)


def abort():
    import signal
    signal.signal(signal.SIGABRT, signal.SIG_DFL)
    signal.raise_signal(signal.SIGABRT)


def strerror(code):
    return _error_texts.get(code, 'Unknown error %d' % code)


def getlogin():
    return environ['LOGNAME']


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getpgid(pid):
    return _group_of(pid)


def getpgrp():
    return _group_of(0)


def setpgid(pid, pgrp):
    _set_group(pid, pgrp)


def setpgrp():
    _set_group(0, 0)


def setsid():
    if getpgrp() == getpid():
        raise PermissionError(1, strerror(1))
    _set_group(0, 0)


def getloadavg():
    return (0.0, 0.0, 0.0)


def nice(increment):
    return 0


def system(command):
    """Has the shell run a command; gives its status as waitpid() does."""
    import _commands
    import _signal as signal
    pid = _commands.start(['sh', '-c', fsdecode(command)], [(fd, fd) for fd in range(3)])
    # Ctrl-C is for the command.
    numbers = (signal.SIGINT, signal.SIGQUIT) if signal._is_main_thread() else ()
    ignored = {number: signal.signal(number, signal.SIG_IGN) for number in numbers}
    try:
        return waitpid(pid, 0)[1]
    finally:
        for number, handler in ignored.items():
            signal.signal(number, handler)


def popen(cmd, mode='r', buffering=-1):
    """What a command writes, to be read, or with mode 'w' what it reads, to be written."""
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))
    if mode not in ('r', 'w'):
        raise ValueError("invalid mode %r" % mode)
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess
    pipe = {'stdout' if mode == 'r' else 'stdin': subprocess.PIPE}
    process = subprocess.Popen(cmd, shell=True, text=True, bufsize=buffering, **pipe)
    return _wrap_close(process.stdout if mode == 'r' else process.stdin, process)


class _wrap_close:
    """A stream that waits for its process when it is closed, and gives its status unless that is 0."""

    def __init__(self, stream, proc):
        self._stream = stream
        self._proc = proc

    def close(self):
        self._stream.close()
        code = self._proc.wait()
        return None if code == 0 else code << 8

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def get_exec_path(env=None):
    return (environ if env is None else env).get('PATH', defpath).split(pathsep)
