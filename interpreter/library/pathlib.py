"""Paths as objects: pure ones, which are only text, and those of the simulated computer's files, a Unix one."""

import os
from errno import EBADF, ELOOP, ENOENT, ENOTDIR

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

_MISSING = (ENOENT, ENOTDIR, EBADF, ELOOP)
_LITERAL_IN_URI = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/")


def _quote(octets):
    return ''.join(chr(octet) if octet in _LITERAL_IN_URI else '%%%02X' % octet for octet in octets)


class _Posix:
    """How Unix writes paths."""

    sep, altsep = '/', ''
    is_reserved = staticmethod(lambda parts: False)
    fold = staticmethod(lambda text: text)

    @staticmethod
    def split_root(text):
        """(drive, root, the rest). Two slashes at the front are a root of their own, as POSIX has it."""
        if not text.startswith('/'):
            return '', '', text
        rest = text.lstrip('/')
        return '', '//' if len(text) - len(rest) == 2 else '/', rest


class _Windows:
    """How Windows writes paths."""

    sep, altsep = '\\', '/'
    fold = staticmethod(str.lower)
    _DEVICES = frozenset(['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$'] +
                         ['%s%s' % (name, digit) for name in ('COM', 'LPT') for digit in '123456789\xb9\xb2\xb3'])

    @classmethod
    def is_reserved(cls, parts):
        if not parts or parts[0].startswith('\\\\'):
            return False
        return parts[-1].partition('.')[0].partition(':')[0].rstrip(' ').upper() in cls._DEVICES

    @staticmethod
    def split_root(text):
        drive = ''
        if text.startswith('\\\\') and text[2:3] != '\\':
            host_end = text.find('\\', 2)
            share_end = text.find('\\', host_end + 1)
            if host_end != -1 and share_end != host_end + 1:
                drive = text if share_end == -1 else text[:share_end]
                return drive, '\\', text[len(drive):].lstrip('\\')
        elif text[1:2] == ':' and text[0].isascii() and text[0].isalpha():
            drive, text = text[:2], text[2:]
        rest = text.lstrip('\\')
        return drive, '\\' if rest != text else '', rest


class _Parents:
    """The row of the folders that a path lies in, the nearest first."""

    def __init__(self, path):
        self._type, self._drive, self._root, self._parts = type(path), path._drv, path._root, path._parts

    def __len__(self):
        return len(self._parts) - bool(self._drive or self._root)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._type._of(self._drive, self._root, self._parts[:-index - 1])

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __contains__(self, path):
        return any(path == each for each in self)

    def __repr__(self):
        return '<%s.parents>' % self._type.__name__


class PurePath:
    """A path as text, taken apart. `_parts` begins with drive and root, when there are any."""

    __slots__ = ('_drv', '_root', '_parts', '_text', '__weakref__')
    _flavour = _Posix

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._from_arguments(args)

    @classmethod
    def _of(cls, drive, root, parts):
        self = object.__new__(cls)
        self._drv, self._root, self._parts = drive, root, parts
        return self

    @classmethod
    def _from_arguments(cls, args):
        return cls._of(*cls._parse(args))

    @classmethod
    def _parse(cls, args):
        """Drive, root and parts of all arguments joined: an absolute one makes those before it meaningless."""
        flavour, drive, root, names = cls._flavour, '', '', []
        for argument in args:
            if isinstance(argument, PurePath):
                text = str(argument) if argument._parts else ''
            else:
                text = os.fspath(argument)
                if not isinstance(text, str):
                    raise TypeError("argument should be a str object or an os.PathLike object returning str, not %r" %
                                    type(text))
            if flavour.altsep:
                text = text.replace(flavour.altsep, flavour.sep)
            its_drive, its_root, rest = flavour.split_root(text)
            if its_root:
                drive, root, names = its_drive or drive, its_root, []
            elif its_drive and flavour.fold(its_drive) != flavour.fold(drive):
                drive, root, names = its_drive, '', []
            names += [name for name in rest.split(flavour.sep) if name and name != '.']
        return drive, root, ([drive + root] if drive or root else []) + names

    def _make_child(self, args):
        return type(self)._from_arguments((self,) + tuple(args))

    def _names(self):
        return self._parts[bool(self._drv or self._root):]

    # --- as text -----------------------------------------------------------------------------------------------------

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            if self._drv or self._root:
                self._text = self._drv + self._root + self._flavour.sep.join(self._parts[1:])
            else:
                self._text = self._flavour.sep.join(self._parts) or '.'
            return self._text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self).replace(self._flavour.sep, '/')

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self.as_posix())

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        text = self.as_posix()
        if self._flavour is _Windows:
            if self._drv[1:2] == ':':
                return 'file:///' + self._drv + _quote(text[2:].encode())
            return 'file:' + _quote(text.encode())
        return 'file://' + _quote(os.fsencode(text))

    def __reduce__(self):
        return type(self), tuple(self._parts)

    # --- order -------------------------------------------------------------------------------------------------------

    def _folded(self):
        return [self._flavour.fold(part) for part in self._parts]

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._flavour is other._flavour and self._folded() == other._folded()

    def __hash__(self):
        return hash(tuple(self._folded()))

    def _compare(self, other):
        return isinstance(other, PurePath) and self._flavour is other._flavour

    def __lt__(self, other):
        return self._folded() < other._folded() if self._compare(other) else NotImplemented

    def __le__(self, other):
        return self._folded() <= other._folded() if self._compare(other) else NotImplemented

    def __gt__(self, other):
        return self._folded() > other._folded() if self._compare(other) else NotImplemented

    def __ge__(self, other):
        return self._folded() >= other._folded() if self._compare(other) else NotImplemented

    def __class_getitem__(cls, item):
        return cls

    # --- parts -------------------------------------------------------------------------------------------------------

    drive = property(lambda self: self._drv)
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._drv + self._root)
    parts = property(lambda self: tuple(self._parts))

    @property
    def name(self):
        names = self._names()
        return names[-1] if names else ''

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind('.')
        return name[dot:] if 0 < dot < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith('.') else ['.' + part for part in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    @property
    def parent(self):
        if not self._names():
            return self
        return type(self)._of(self._drv, self._root, self._parts[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        drive, root, parts = self._parse((name,))
        if not name or drive or root or len(parts) != 1 or name[-1] in (self._flavour.sep, self._flavour.altsep):
            raise ValueError("Invalid name %r" % name)
        return type(self)._of(self._drv, self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if self._flavour.sep in suffix or (self._flavour.altsep and self._flavour.altsep in suffix):
            raise ValueError("Invalid suffix %r" % (suffix,))
        if suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError("Invalid suffix %r" % (suffix,))
        name = self.name
        if not name:
            raise ValueError("%r has an empty name" % (self,))
        old = self.suffix
        return type(self)._of(self._drv, self._root, self._parts[:-1] + [(name[:-len(old)] if old else name) + suffix])

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = type(self)._from_arguments(other)
        ours, theirs = self._folded(), base._folded()
        if theirs != ours[:len(theirs)] or (self._root and not base._root):
            raise ValueError("%r is not in the subpath of %r OR one path is relative and the other is absolute." %
                             (str(self), str(base)))
        return type(self)._of('', self._root if len(theirs) == 1 and not base._root and base._drv else '',
                              self._parts[len(theirs):])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def joinpath(self, *args):
        return self._make_child(args)

    def __truediv__(self, key):
        try:
            return self._make_child((key,))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)._from_arguments((key, self))
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        return bool(self._root) and (self._flavour is _Posix or bool(self._drv))

    def is_reserved(self):
        return self._flavour.is_reserved(self._parts)

    def match(self, path_pattern):
        """Whether the path ends in what the pattern says; an absolute pattern must match all of it."""
        import fnmatch
        fold = self._flavour.fold
        drive, root, wanted = self._parse((fold(path_pattern),))
        if not wanted:
            raise ValueError("empty pattern")
        parts = self._folded()
        if drive and drive != fold(self._drv) or root and root != fold(self._root):
            return False
        if drive or root:
            if len(wanted) != len(parts):
                return False
            wanted, parts = wanted[1:], parts[1:]
        elif len(wanted) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(part, each) for part, each in zip(reversed(parts), reversed(wanted)))




class PurePosixPath(PurePath):
    """A path of a Unix system."""

    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path of Windows."""

    __slots__ = ()
    _flavour = _Windows


def _is_missing(error):
    return getattr(error, 'errno', None) in _MISSING


class Path(PurePath):
    """A path of this computer, and what can be done with the file there."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return (PosixPath if cls is Path else cls)._from_arguments(args)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls('~').expanduser()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    # --- what is there -----------------------------------------------------------------------------------------------

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return self.stat(follow_symlinks=False)

    def _kind(self, follow_symlinks=True):
        """The kind of file in st_mode; 0 when there is nothing."""
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode & 0o170000
        except OSError as error:
            if not _is_missing(error):
                raise
        except ValueError:
            pass
        return 0

    def exists(self):
        return self._kind() != 0

    def is_dir(self):
        return self._kind() == 0o040000

    def is_file(self):
        return self._kind() == 0o100000

    def is_symlink(self):
        return self._kind(False) == 0o120000

    def is_block_device(self):
        return self._kind() == 0o060000

    def is_char_device(self):
        return self._kind() == 0o020000

    def is_fifo(self):
        return self._kind() == 0o010000

    def is_socket(self):
        return self._kind() == 0o140000

    def is_mount(self):
        return os.path.ismount(self)

    def owner(self):
        return 'student' if self.stat().st_uid == 1000 else 'root'

    group = owner

    def samefile(self, other_path):
        try:
            other = other_path.stat()
        except AttributeError:
            other = os.stat(other_path)
        return os.path.samestat(self.stat(), other)

    def iterdir(self):
        for name in os.listdir(self):
            yield self._of(self._drv, self._root, self._parts + [name])

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        return self._glob(pattern, ())

    def rglob(self, pattern):
        return self._glob(pattern, ('**',))

    def _glob(self, pattern, before):
        drive, root, parts = self._parse((pattern,))
        if drive or root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        folders_only = pattern[-1:] == '/'
        seen = set()
        for path in self._select(before + tuple(parts)):
            if path not in seen and (not folders_only or path.is_dir()):
                seen.add(path)
                yield path

    def _select(self, patterns):
        """The paths below this one that match a row of patterns, one for each name."""
        import fnmatch
        if not patterns:
            yield self
            return
        first, rest = patterns[0], patterns[1:]
        if first == '**':
            for folder in self._folders():
                yield from folder._select(rest) if rest else (folder,)
        elif '**' in first:
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
        elif not any(c in first for c in '*?['):
            path = self._of(self._drv, self._root, self._parts + [first])
            if path.is_dir() if rest else path.exists():
                yield from path._select(rest)
        else:
            for entry in self._scan():
                if fnmatch.fnmatchcase(entry.name, first) and (not rest or entry.is_dir()):
                    yield from self._of(self._drv, self._root, self._parts + [entry.name])._select(rest)

    def _scan(self):
        try:
            with os.scandir(self) as entries:
                return list(entries)
        except OSError:
            return []

    def _folders(self):
        """This folder and all below it; links are not followed."""
        if self.is_dir():
            yield self
        for entry in self._scan():
            if entry.is_dir(follow_symlinks=False):
                yield from self._of(self._drv, self._root, self._parts + [entry.name])._folders()

    # --- other paths of it -------------------------------------------------------------------------------------------

    def absolute(self):
        return self if self.is_absolute() else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        try:
            path = os.path.realpath(self, strict=strict)
        except OSError as error:
            if error.errno == ELOOP:
                raise RuntimeError("Symlink loop from %r" % error.filename) from None
            raise
        if not strict:
            try:
                os.stat(path)
            except OSError as error:
                if error.errno == ELOOP:
                    raise RuntimeError("Symlink loop from %r" % path) from None
        return type(self)(path)

    def expanduser(self):
        if self._drv or self._root or not self._parts or self._parts[0][:1] != '~':
            return self
        home = os.path.expanduser(self._parts[0])
        if home[:1] == '~':
            raise RuntimeError("Could not determine home directory.")
        return type(self)(home, *self._parts[1:])

    def readlink(self):
        return type(self)(os.readlink(self))

    # --- contents ----------------------------------------------------------------------------------------------------

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        import io
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with self.open('r', encoding=encoding, errors=errors) as file:
            return file.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open('wb') as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % type(data).__name__)
        with self.open('w', encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    # --- changes -----------------------------------------------------------------------------------------------------

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                os.utime(self, None)
            except OSError:
                pass
            else:
                return
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        os.replace(self, target)
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        os.link(target, self)

    def link_to(self, target):
        import warnings
        warnings.warn("pathlib.Path.link_to() is deprecated and is scheduled for removal in Python 3.12. "
                      "Use pathlib.Path.hardlink_to() instead.", DeprecationWarning, stacklevel=2)
        os.link(self, target)


class PosixPath(Path, PurePosixPath):
    """A path of this computer."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """There are none on this computer."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise NotImplementedError("cannot instantiate %r on your system" % cls.__name__)
