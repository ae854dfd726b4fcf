"""os.path: paths as text, and which of them exist in the simulated computer's file system."""

__all__ = ["abspath", "basename", "commonpath", "commonprefix", "dirname", "exists", "expanduser", "expandvars",
           "getatime", "getctime", "getmtime", "getsize", "isabs", "isdir", "isfile", "islink", "ismount", "join", "lexists", "normcase", "normpath",
           "realpath", "relpath", "samefile", "sameopenfile", "samestat",
           "split", "splitdrive", "splitext", "curdir", "pardir", "sep", "pathsep",
           "defpath", "extsep", "altsep", "devnull"]

from _files import mode as _mode
from _os import _path_normpath

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'

supports_unicode_filenames = False


def _text(path):
    """The path, and the separators of its kind: str or bytes."""
    if isinstance(path, (str, bytes)):
        return path
    try:
        return type(path).__fspath__(path)
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__) from None


def _like(path, text):
    return text.encode() if isinstance(path, bytes) else text


def normcase(s):
    return _text(s)


def isabs(s):
    s = _text(s)
    return s.startswith(_like(s, '/'))


def join(a, *p):
    path = _text(a)
    slash = _like(path, '/')
    for piece in p:
        piece = _text(piece)
        if type(piece) is not type(path) and isinstance(piece, str) != isinstance(path, str):
            raise TypeError("Can't mix strings and bytes in path components")
        if piece.startswith(slash):
            path = piece
        elif not path or path.endswith(slash):
            path += piece
        else:
            path += slash + piece
    return path


def split(p):
    p = _text(p)
    slash = _like(p, '/')
    cut = p.rfind(slash) + 1
    head, tail = p[:cut], p[cut:]
    return head.rstrip(slash) or head, tail


def splitext(p):
    p = _text(p)
    name = p.rfind(_like(p, '/')) + 1
    dot = p.rfind(_like(p, '.'))
    # Dots at the beginning of the name belong to it.
    if dot > name and p[name:dot].strip(_like(p, '.')):
        return p[:dot], p[dot:]
    return p, p[:0]


def splitdrive(p):
    p = _text(p)
    return p[:0], p


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def normpath(path):
    return _path_normpath(_text(path))


def abspath(path):
    import os
    path = _text(path)
    if not isabs(path):
        path = join(_like(path, os.getcwd()), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """Without links; what is missing stays as it is, unless `strict`."""
    import os
    path = _text(filename)
    slash, here, up = _like(path, '/'), _like(path, '.'), _like(path, '..')
    result, rest, seen = slash if isabs(path) else slash[:0], path.split(slash), set()
    while rest:
        part, *rest = rest
        if not part or part == here:
            continue
        if part == up:
            result = dirname(result) if basename(result) not in (slash[:0], up) else result if result == slash else join(result, up)
            continue
        place = join(result, part)
        if strict and not lexists(place):
            os.lstat(place)
        if not islink(place):
            result = place
        elif place in seen:
            if strict:
                os.stat(place)
            return abspath(join(place, *rest))
        else:
            seen.add(place)
            target = os.readlink(place)
            if isabs(target):
                result = slash
            rest = target.split(slash) + rest
    return abspath(result)


def relpath(path, start=None):
    path = _text(path)
    if not path:
        raise ValueError("no path specified")
    slash = _like(path, '/')
    begin = [part for part in abspath(_like(path, '.') if start is None else start).split(slash) if part]
    end = [part for part in abspath(path).split(slash) if part]
    common = 0
    while common < len(begin) and common < len(end) and begin[common] == end[common]:
        common += 1
    parts = [_like(path, '..')] * (len(begin) - common) + end[common:]
    return slash.join(parts) or _like(path, '.')


def commonprefix(m):
    if not m:
        return ''
    least, most = min(m), max(m)
    for i, item in enumerate(least):
        if item != most[i]:
            return least[:i]
    return least


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash = _like(paths[0], '/')
    if len({isabs(path) for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    rows = [[part for part in path.split(slash) if part and part != _like(path, '.')] for path in paths]
    common = commonprefix(rows)
    return (slash if isabs(paths[0]) else slash[:0]) + slash.join(common)


def expanduser(path):
    import os
    path = _text(path)
    tilde, slash = _like(path, '~'), _like(path, '/')
    if path != tilde and not path.startswith(tilde + slash):
        return path
    return _like(path, os.environ['HOME'].rstrip('/')) + path[1:] or slash


def expandvars(path):
    import os
    path = _text(path)
    text = path.decode() if isinstance(path, bytes) else path
    result = ''
    while '$' in text:
        before, _, text = text.partition('$')
        if text.startswith('{') and '}' in text:
            name, _, rest = text[1:].partition('}')
            written = '${' + name + '}'
        else:
            length = 0
            while length < len(text) and text[length].isascii() and (text[length].isalnum() or text[length] == '_'):
                length += 1
            name, rest = text[:length], text[length:]
            written = '$' + name
        result += before + (os.environ.get(name, written) if name else written)
        text = rest
    return _like(path, result + text)


def _kind(path, follow=True):
    """The kind of file in st_mode, 0 when there is nothing of that name."""
    return _mode(path, follow) & 0o170000


def exists(path):
    return _mode(path, True) != 0


def lexists(path):
    return _mode(path, False) != 0


def isdir(s):
    return _kind(s) == 0o040000


def isfile(path):
    return _kind(path) == 0o100000


def islink(path):
    return _kind(path, False) == 0o120000


def ismount(path):
    return abspath(path) == _like(_text(path), '/')


def getsize(filename):
    import os
    return os.stat(filename).st_size


def getmtime(filename):
    import os
    return os.stat(filename).st_mtime


def getatime(filename):
    import os
    return os.stat(filename).st_atime


def getctime(filename):
    import os
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    return (s1.st_ino, s1.st_dev) == (s2.st_ino, s2.st_dev)


def samefile(f1, f2):
    import os
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    import os
    return samestat(os.fstat(fp1), os.fstat(fp2))
