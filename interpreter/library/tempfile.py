"""Temporary files and folders. Their names come from the run's seed: another run has the same ones."""

import _random
import io as _io
import os as _os
import shutil as _shutil
import weakref as _weakref

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = 'tmp'
tempdir = None

_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'
_names = None


def gettempprefix():
    return template


def gettempprefixb():
    return _os.fsencode(template)


def gettempdir():
    global tempdir
    if tempdir is None:
        places = [_os.getenv(name) for name in ('TMPDIR', 'TEMP', 'TMP')] + ['/tmp', '/var/tmp', '/usr/tmp', _os.getcwd()]
        for place in places:
            if place and _os.path.isdir(place) and _os.access(place, _os.W_OK | _os.X_OK):
                tempdir = _os.path.abspath(place)
                break
        else:
            raise FileNotFoundError(2, "No usable temporary directory found in %s" % places)
    return _os.fsdecode(tempdir)


def gettempdirb():
    return _os.fsencode(gettempdir())


def _new_name():
    """Eight letters by chance."""
    global _names
    if _names is None:
        _names = _random.Random(int.from_bytes(_os.urandom(8), 'big'))
    return ''.join(_LETTERS[int(_names.random() * len(_LETTERS))] for _ in range(8))


def _places(suffix, prefix, dir):
    """All three as str or as bytes, as those that were given are."""
    given = [part for part in (suffix, prefix, dir) if part is not None]
    kinds = {type(_os.fspath(part)) for part in given}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    as_bytes = kinds == {bytes}
    convert = _os.fsencode if as_bytes else _os.fspath
    suffix = convert('') if suffix is None else suffix
    prefix = convert(template) if prefix is None else prefix
    dir = convert(gettempdir()) if dir is None else dir
    return suffix, prefix, dir, convert


def _make(suffix, prefix, dir, make):
    """Calls make(path) with new names until one is free."""
    suffix, prefix, dir, convert = _places(suffix, prefix, dir)
    for _ in range(TMP_MAX):
        path = _os.path.abspath(_os.path.join(dir, prefix + convert(_new_name()) + suffix))
        try:
            return make(path), path
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return _make(suffix, prefix, dir, lambda path: _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600))


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _make(suffix, prefix, dir, lambda path: _os.mkdir(path, 0o700))[1]


def mktemp(suffix='', prefix=template, dir=None):
    def check(path):
        if _os.path.lexists(path):
            raise FileExistsError
    return _make(suffix, prefix, dir, check)[1]


class _TemporaryFileWrapper:
    """A file with a name, which goes when the file is closed."""

    def __init__(self, file, name, delete=True):
        self.file, self.name, self.delete = file, name, delete
        self._is_there = delete

    def __getattr__(self, name):
        value = getattr(self.__dict__['file'], name)
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *args):
        result = self.file.__exit__(*args)
        self.close()
        return result

    def __iter__(self):
        for line in self.file:
            yield line

    def __repr__(self):
        return '<tempfile._TemporaryFileWrapper object at 0x%x>' % id(self)

    def close(self):
        try:
            self.file.close()
        finally:
            if self._is_there:
                self._is_there = False
                _os.unlink(self.name)

    def __del__(self):
        if 'file' in self.__dict__:
            self.close()


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    number, path = mkstemp(suffix, prefix, dir)
    try:
        file = _io.open(number, mode, buffering, encoding, errors, newline)
        (getattr(file, 'buffer', file) if not hasattr(file, 'raw') else file).raw.name = path
    except BaseException:
        _os.unlink(path)
        _os.close(number)
        raise
    return _TemporaryFileWrapper(file, path, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    number, path = mkstemp(suffix, prefix, dir)
    _os.unlink(path)
    try:
        return _io.open(number, mode, buffering, encoding, errors, newline)
    except BaseException:
        _os.close(number)
        raise


class SpooledTemporaryFile:
    """In memory until it is larger than max_size, or asked for a descriptor; then a TemporaryFile."""

    _rolled = False

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        if 'b' in mode:
            self._file = _io.BytesIO()
        else:
            self._file = _io.TextIOWrapper(_io.BytesIO(), encoding=encoding, errors=errors, newline=newline)
        self._max_size = max_size
        self._arguments = dict(mode=mode, buffering=buffering, suffix=suffix, prefix=prefix, encoding=encoding,
                               newline=newline, dir=dir, errors=errors)

    def rollover(self):
        if self._rolled:
            return
        old, self._file = self._file, TemporaryFile(**self._arguments)
        position = old.tell()
        if hasattr(old, 'buffer'):
            self._file.write(old.detach().getvalue().decode(self._file.encoding))
        else:
            self._file.write(old.getvalue())
        self._file.seek(position)
        self._rolled = True

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def write(self, s):
        result = self._file.write(s)
        self._check()
        return result

    def writelines(self, iterable):
        self._file.writelines(iterable)
        self._check()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, *args):
        self._file.close()

    @property
    def name(self):
        return self._file.name if self._rolled else None

    @property
    def mode(self):
        return self._file.mode if self._rolled else self._arguments['mode']


class TemporaryDirectory:
    """A folder that goes with all in it at the end of `with`, or with the object."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        self._finalizer = _weakref.finalize(self, _shutil.rmtree, self.name, True)

    def __repr__(self):
        return "<%s %r>" % (type(self).__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        self.cleanup()

    def cleanup(self):
        if self._finalizer.detach() or _os.path.exists(self.name):
            _shutil.rmtree(self.name, ignore_errors=self._ignore)

    def __class_getitem__(cls, item):
        return cls
