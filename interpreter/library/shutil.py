"""Copying, moving and removing files and whole folders."""

import collections
import fnmatch
import os
import stat

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SpecialFileError", "ExecError", "SameFileError", "ignore_patterns", "chown", "which", "get_terminal_size",
           "disk_usage"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and target are one file."""


class SpecialFileError(OSError):
    """Something that cannot be copied, such as a pipe."""


class ExecError(OSError):
    """A command could not be run."""


def copyfileobj(fsrc, fdst, length=0):
    read, write = fsrc.read, fdst.write
    while piece := read(length or COPY_BUFSIZE):
        write(piece)


def _is_same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    if _is_same(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    for path in (src, dst):
        try:
            if stat.S_ISFIFO(os.stat(path).st_mode):
                raise SpecialFileError("`%s` is a named pipe" % os.fspath(path))
        except FileNotFoundError:
            pass
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, 'rb') as source:
        try:
            with open(dst, 'wb') as target:
                copyfileobj(source, target)
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError(f'Directory does not exist: {dst}') from error
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, stat.S_IMODE(os.stat(src, follow_symlinks=follow_symlinks).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    status = os.stat(src, follow_symlinks=follow_symlinks)
    os.utime(dst, ns=(status.st_atime_ns, status.st_mtime_ns), follow_symlinks=follow_symlinks)
    os.chmod(dst, stat.S_IMODE(status.st_mode))


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    if not (not follow_symlinks and os.path.islink(src)):
        copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    def ignore(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    with os.scandir(src) as found:
        entries = list(found)
    ignored = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore is not None else set()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in ignored:
            continue
        source, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        try:
            if entry.is_symlink() and symlinks:
                os.symlink(os.readlink(source), target)
            elif entry.is_symlink() and ignore_dangling_symlinks and not os.path.exists(source):
                continue
            elif entry.is_dir():
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((source, target, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    """Removes a folder with all in it. What fails goes to onerror(function, path, error), or is raised."""
    import sys

    def failed(function, where):
        if ignore_errors:
            return
        if onerror is None:
            raise
        onerror(function, where, sys.exc_info())

    def remove_contents(folder):
        try:
            with os.scandir(folder) as found:
                entries = list(found)
        except OSError:
            failed(os.scandir, folder)
            return
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                remove_contents(entry.path)
                remove(os.rmdir, entry.path)
            else:
                remove(os.unlink, entry.path)

    def remove(function, where):
        try:
            function(where)
        except OSError:
            failed(function, where)

    try:
        status = os.lstat(path)
    except OSError:
        failed(os.lstat, path)
        return
    if stat.S_ISLNK(status.st_mode):
        try:
            raise OSError("Cannot call rmtree on a symbolic link")
        except OSError:
            failed(os.path.islink, path)
        return
    remove_contents(path)
    remove(os.rmdir, path)


rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        if _is_same(src, dst) and not os.path.islink(src):
            os.rename(src, dst)
            return dst
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(real):
            raise Error("Destination path '%s' already exists" % real)
    if os.path.isdir(src) and not os.path.islink(src):
        inside = os.path.abspath(real) + '/'
        if inside.startswith(os.path.abspath(src) + '/') and not _is_same(src, real):
            raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
    try:
        os.rename(src, real)
    except OSError:  # there is one file system only: this tells what is wrong
        copy_function(src, real)
        os.unlink(src)
    return real


_Usage = collections.namedtuple('usage', 'total used free')
_Usage.__module__ = 'shutil'


def disk_usage(path):
    """The simulated disk, which is as large as the memory that the run may use."""
    os.stat(path)
    import _files
    total, used = _files.disk_space()
    return _Usage(total, used, total - used)


def chown(path, user=None, group=None):
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    os.stat(path)
    raise PermissionError(1, os.strerror(1), path)


def get_terminal_size(fallback=(80, 24)):
    sizes = []
    for name in ('COLUMNS', 'LINES'):
        try:
            sizes.append(int(os.environ[name]))
        except (KeyError, ValueError):
            sizes.append(0)
    if min(sizes) <= 0:
        try:
            known = os.get_terminal_size()
        except OSError:
            known = fallback
        sizes = [size if size > 0 else each for size, each in zip(sizes, known)]
    return type(os.get_terminal_size())(sizes)


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a command; there are few on the simulated computer."""
    from _commands import is_program

    def fits(place):
        return is_program(place) or (os.path.exists(place) and os.access(place, mode) and not os.path.isdir(place))

    if os.path.dirname(cmd):
        return cmd if fits(cmd) else None
    if path is None:
        path = os.environ.get('PATH', os.defpath)
    for folder in (path.split(os.pathsep) if path else ()):
        place = os.path.join(folder, cmd)
        if fits(place):
            return place
    return None
