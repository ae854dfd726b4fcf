"""Regular expressions in Python's syntax, matched by PCRE2 (`_re`)."""

__all__ = [
    'match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'template',
    'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE',
    'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag']

__version__ = '2.2.1'

import enum
import _re
from _re import Pattern, Match


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1  # accepted and without effect
    DEBUG = 128       # the same
    __str__ = object.__str__
    _numeric_repr_ = hex


class error(Exception):
    """A pattern or replacement that is not valid: what is wrong (msg), in which pattern, and where (pos, lineno, colno)."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


def match(pattern, string, flags=0):
    """The match of the pattern at the beginning of the string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """The match of the pattern with all of the string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match of the pattern anywhere in the string, or None."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with its matches replaced: by text with references such as \\1, or by what a function makes of each."""
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """As sub(), together with the number of replacements."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """What stands between the matches, and what the groups of the pattern match."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """What is matched, or what the groups match where the pattern has some, as a list."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """The matches, one after the other."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """A Pattern."""
    return _compile(pattern, flags)


def purge():
    """Forgets the patterns that were compiled."""
    _cache.clear()


def template(pattern, flags=0):
    """As compile(); deprecated."""
    import warnings
    warnings.warn("The re.template() function is deprecated as it is an undocumented function without an obvious "
                  "purpose. Use re.compile() instead.", DeprecationWarning)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return _compile(pattern, flags | T)


_escapes = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """The pattern that matches this text and nothing else."""
    if isinstance(pattern, str):
        return pattern.translate(_escapes)
    return str(pattern, 'latin1').translate(_escapes).encode('latin1')


_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    try:
        return _cache[type(pattern), pattern, flags]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if flags & T:
        import warnings
        warnings.warn("The re.TEMPLATE/re.T flag is deprecated as it is an undocumented flag without an obvious "
                      "purpose. Don't use it.", DeprecationWarning)
    is_cached = not flags & DEBUG
    compiled = _re.compile(pattern, flags)
    if is_cached:
        if len(_cache) >= _MAXCACHE:
            _cache.pop(next(iter(_cache)), None)
        _cache[type(pattern), pattern, flags] = compiled
    return compiled


def _warn(message, deprecated, frames):
    """Called for doubtful patterns: warns about the line that called this module, so many of its functions ago."""
    import warnings
    warnings.warn(message, DeprecationWarning if deprecated else FutureWarning, stacklevel=frames + 2)


class Scanner:
    """Reads a string word by word: each is what one of the patterns matches, and is handed to the action beside it."""

    def __init__(self, lexicon, flags=0):
        if isinstance(flags, RegexFlag):
            flags = flags.value
        self.lexicon = lexicon
        self._patterns = [(_compile(phrase, flags), action) for phrase, action in lexicon]
        self.match = None

    def scan(self, string):
        result = []
        position = 0
        while match := self._match(string, position):
            match, action = match
            if match.end() == position:
                break
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                result.append(action)
            position = match.end()
        return result, string[position:]

    def _match(self, string, position):
        for pattern, action in self._patterns:
            match = pattern.match(string, position)
            if match:
                return match, action
        return None
