"""The simulated operating system: one process of one user. Programs get no files yet: the directories are empty."""

import sys as _sys

import posixpath as path
from _os import (_exit, cpu_count, error_texts as _error_texts, get_terminal_size, getpid, getppid, sched_yield, times,
                 uname, urandom)

_sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
sep, altsep, extsep, pathsep = path.sep, path.altsep, path.extsep, path.pathsep
curdir, pardir, defpath, devnull = path.curdir, path.pardir, path.defpath, path.devnull
error = OSError

F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0

_HOME = '/home/student'
_DIRECTORIES = ('/', '/home', _HOME, '/tmp')


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


environ = _Environ(HOME=_HOME, LANG='C.UTF-8', LOGNAME='student', PATH='/usr/local/bin:/usr/bin:/bin', PWD=_HOME,
                   SHELL='/bin/bash', TERM='xterm-256color', USER='student')


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value):
    """Has no effect that a program could see: as on any system, environ does not follow it."""


def unsetenv(name):
    pass


# --- paths -----------------------------------------------------------------------------------------------------------


class PathLike:
    """A path that is an object: it has __fspath__."""

    def __fspath__(self):
        raise NotImplementedError

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


def getcwd():
    return _HOME


def getcwdb():
    return _HOME.encode()


def _absolute(p):
    return path.abspath(fsdecode(p))


def _is_directory(p):
    return _absolute(p) in _DIRECTORIES


def _is_file(p):
    """Only the program itself is known to be there, by the name that it was started with and by its absolute one."""
    main = getattr(_sys.modules.get('__main__'), '__file__', None)
    return main is not None and _absolute(p) in (_absolute(main), _absolute(_sys.argv[0]))


def _refuse(p):
    if not path.exists(p):
        raise FileNotFoundError(2, strerror(2), p)
    raise PermissionError(13, "gilsim gives programs no files yet", p)


def _refuse_new(p):
    raise PermissionError(13, "gilsim gives programs no files yet", p)


def chdir(path):
    if not _is_directory(path):
        raise FileNotFoundError(2, strerror(2), path)
    if _absolute(path) != _HOME:
        _refuse(path)


def listdir(path='.'):
    if not _is_directory(path):
        raise FileNotFoundError(2, strerror(2), path)
    here = _absolute(path).rstrip('/') + '/'
    return [item[len(here):] for item in _DIRECTORIES if item.startswith(here) and '/' not in item[len(here):] and item != here]


def walk(top, topdown=True, onerror=None, followlinks=False):
    if _is_directory(top):
        folders = listdir(top)
        if topdown:
            yield top, folders, []
        for folder in folders:
            yield from walk(path.join(top, folder), topdown)
        if not topdown:
            yield top, folders, []


def access(path, mode):
    return _is_directory(path) or (_is_file(path) and not mode & (W_OK | X_OK))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    _refuse(path)


lstat = stat


def open(path, flags, mode=0o777, *, dir_fd=None):
    if flags & O_CREAT:
        _refuse_new(path)
    _refuse(path)


def mkdir(path, mode=0o777, *, dir_fd=None):
    if _is_directory(path):
        raise FileExistsError(17, strerror(17), path)
    _refuse_new(path)


def makedirs(name, mode=0o777, exist_ok=False):
    if not (exist_ok and _is_directory(name)):
        mkdir(name, mode)


def remove(path, *, dir_fd=None):
    _refuse(path)


unlink = rmdir = remove


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _refuse(src)


replace = rename


def isatty(fd):
    return fd in (0, 1, 2)


def write(fd, data):
    """Writes to standard output or errors at once."""
    if fd not in (1, 2):
        raise OSError(9, strerror(9))
    stream = _sys.__stdout__ if fd == 1 else _sys.__stderr__
    stream.write(bytes(data).decode('utf-8', 'replace'))
    stream.flush()
    return len(data)


# --- processes and users ---------------------------------------------------------------------------------------------


def sched_getaffinity(pid):
    return set(range(cpu_count()))


def kill(pid, sig):
    """A program can only signal itself."""
    if pid != getpid():
        raise ProcessLookupError(3, strerror(3))
    import signal
    signal.raise_signal(sig)


def abort():
    _exit(134)


def strerror(code):
    return _error_texts.get(code, 'Unknown error %d' % code)


def getlogin():
    return environ['LOGNAME']


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getpgid(pid):
    return getpid()


def getloadavg():
    return (0.0, 0.0, 0.0)


def nice(increment):
    return 0


def get_exec_path(env=None):
    return (environ if env is None else env).get('PATH', defpath).split(pathsep)
