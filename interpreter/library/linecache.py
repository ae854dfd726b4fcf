"""Lines of source files, for tracebacks and warnings."""

import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    if filename not in cache:
        lines = updatecache(filename, module_globals)
        if lines:
            cache[filename] = lines
        return lines
    return cache[filename]


def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    text = _source_of(filename)
    return text.splitlines(True) if text else []


def _source_of(filename):
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return None
    # The interpreter keeps what it has compiled, library modules too, which are no files.
    known = getattr(sys, '_source_of_file', None)
    text = known(filename) if known else None
    if text is None:
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
