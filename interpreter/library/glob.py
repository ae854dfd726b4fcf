"""The files whose paths match a pattern of the shell."""

import fnmatch
import os

__all__ = ["escape", "glob", "iglob"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    root = os.curdir if root_dir is None else os.fspath(root_dir)
    if isinstance(pathname, bytes):
        found = _find(os.fsdecode(pathname), os.fsdecode(root), recursive, include_hidden)
        return (os.fsencode(path) for path in found if path)
    return (path for path in _find(pathname, root, recursive, include_hidden) if path)


def has_magic(s):
    return any(c in s for c in (b'*?[' if isinstance(s, bytes) else '*?['))


def escape(pathname):
    """The pattern that only this path matches."""
    if isinstance(pathname, bytes):
        return escape(pathname.decode('latin-1')).encode('latin-1')
    return ''.join('[%s]' % c if c in '*?[' else c for c in pathname)


def _find(pattern, root, recursive, hidden):
    folder, name = os.path.split(pattern)
    if not has_magic(pattern):
        if os.path.lexists(os.path.join(root, pattern)) if name else os.path.isdir(os.path.join(root, folder)):
            yield pattern
        return
    is_deep = recursive and name == '**'
    folders = [folder]
    if folder and folder != pattern and has_magic(folder):
        folders = _find(folder, root, recursive, hidden)
    for place in folders:
        where = os.path.join(root, place)
        if not name:
            names = [''] if os.path.isdir(where) else []
        elif is_deep:
            names = _below(where, hidden)
        elif has_magic(name):
            names = _matching(where, name, hidden)
        else:
            names = [name] if os.path.lexists(os.path.join(where, name)) else []
        for each in names:
            yield os.path.join(place, each)


def _entries(folder):
    try:
        with os.scandir(folder or os.curdir) as entries:
            return list(entries)
    except OSError:
        return []


def _matching(folder, pattern, hidden):
    names = [entry.name for entry in _entries(folder)]
    if not hidden and not pattern.startswith('.'):
        names = [name for name in names if not name.startswith('.')]
    return fnmatch.filter(names, pattern)


def _below(folder, hidden):
    """What "**" stands for: the folder itself and all in it, with the paths from there."""
    if os.path.isdir(folder or os.curdir):
        yield ''
    yield from _all_in(folder, hidden)


def _all_in(folder, hidden):
    for entry in _entries(folder):
        if hidden or not entry.name.startswith('.'):
            yield entry.name
            if entry.is_dir():
                for path in _all_in(os.path.join(folder, entry.name), hidden):
                    yield os.path.join(entry.name, path)
