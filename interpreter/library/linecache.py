"""Lines of source files, for tracebacks and warnings."""

try:
    from _traceback import source_line
except ImportError:
    source_line = None

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}  # by name: (size, time of change, lines, full name), as other modules fill it in, too


def getline(filename, lineno, module_globals=None):
    # The interpreter keeps the text of all that it has compiled, library modules too, which are no files.
    known = source_line and source_line(filename, lineno)
    if known is not None:
        return known
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    if filename not in cache:
        lines = updatecache(filename, module_globals)
        if lines:
            cache[filename] = sum(map(len, lines)), None, lines, filename
        return lines
    return cache[filename][2]


def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    text = _source_of(filename)
    return text.splitlines(True) if text else []


def _source_of(filename):
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return None
    try:
        with open(filename, encoding='utf-8') as file:
            text = file.read()
    except (OSError, UnicodeDecodeError, SyntaxError):
        return None
    return text if text.endswith('\n') else text + '\n'


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False
