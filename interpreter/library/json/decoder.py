"""Reading JSON: one function for each kind of value, each given a position and giving the value and where it ends."""

__all__ = ['JSONDecoder', 'JSONDecodeError']


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__('%s: line %d column %d (char %d)' % (msg, self.lineno, self.colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_DIGITS = '0123456789'
_CONSTANTS = {'n': ('null', None), 't': ('true', True), 'f': ('false', False)}
_FLOATS = {'N': 'NaN', 'I': 'Infinity', '-': '-Infinity'}


def _skip_space(text, i):
    while text[i:i + 1] in (' ', '\t', '\n', '\r'):
        i += 1
    return i


def _read_hex(text, i):
    digits = text[i:i + 4]
    if len(digits) == 4 and digits.isascii() and digits.isalnum():
        try:
            return int(digits, 16)
        except ValueError:
            pass
    raise JSONDecodeError("Invalid \\uXXXX escape", text, i - 1)


def _read_escape(text, i, start):
    """What the backslash before text[i] means."""
    kind = text[i:i + 1]
    if not kind:
        raise JSONDecodeError("Unterminated string starting at", text, start)
    if kind != 'u':
        if kind not in _ESCAPES:
            raise JSONDecodeError("Invalid \\escape", text, i - 1)
        return _ESCAPES[kind], i + 1
    code = _read_hex(text, i + 1)
    i += 5
    if 0xd800 <= code <= 0xdbff and text[i:i + 2] == '\\u':
        low = _read_hex(text, i + 2)
        if 0xdc00 <= low <= 0xdfff:
            return chr(0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)), i + 6
    return chr(code), i


def _check_controls(text, start, stop):
    if not text[start:stop].isprintable():
        for i in range(start, stop):
            if text[i] < ' ':
                raise JSONDecodeError("Invalid control character at", text, i)


def scanstring(text, i, strict=True):
    """A string whose opening quote stands before text[i]."""
    start = i - 1
    parts = []
    while True:
        quote = text.find('"', i)
        stop = text.find('\\', i, len(text) if quote < 0 else quote)
        if stop < 0:
            stop = len(text) if quote < 0 else quote
        if strict:
            _check_controls(text, i, stop)
        parts.append(text[i:stop])
        if stop == quote:
            return ''.join(parts), stop + 1
        if stop == len(text):
            raise JSONDecodeError("Unterminated string starting at", text, start)
        piece, i = _read_escape(text, stop + 1, start)
        parts.append(piece)


def _end_of_digits(text, i):
    while i < len(text) and text[i] in _DIGITS:
        i += 1
    return i


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._read_value(s, idx)

    def _read_value(self, text, i):
        first = text[i:i + 1]
        if first == '"':
            return scanstring(text, i + 1, self.strict)
        if first == '{':
            return self._read_object(text, i + 1)
        if first == '[':
            return self._read_array(text, i + 1)
        if first in _CONSTANTS:
            word, value = _CONSTANTS[first]
            if text.startswith(word, i):
                return value, i + len(word)
        number = self._read_number(text, i)
        if number is not None:
            return number
        word = _FLOATS.get(first)
        if word is not None and text.startswith(word, i):
            return self.parse_constant(word), i + len(word)
        raise JSONDecodeError("Expecting value", text, i)

    def _read_number(self, text, start):
        i = start + (text[start:start + 1] == '-')
        end = i + 1 if text[i:i + 1] == '0' else _end_of_digits(text, i)
        if end == i:
            return None
        whole = end
        if text[end:end + 1] == '.':
            after = _end_of_digits(text, end + 1)
            if after > end + 1:
                end = after
        if text[end:end + 1] in ('e', 'E'):
            digits = end + 1 + (text[end + 1:end + 2] in ('+', '-'))
            after = _end_of_digits(text, digits)
            if after > digits:
                end = after
        return (self.parse_int if end == whole else self.parse_float)(text[start:end]), end

    def _read_array(self, text, i):
        values = []
        i = _skip_space(text, i)
        if text[i:i + 1] == ']':
            return values, i + 1
        while True:
            value, i = self._read_value(text, i)
            values.append(value)
            i = _skip_space(text, i)
            mark = text[i:i + 1]
            if mark == ']':
                return values, i + 1
            if mark != ',':
                raise JSONDecodeError("Expecting ',' delimiter", text, i)
            i = _skip_space(text, i + 1)

    def _read_object(self, text, i):
        pairs = []
        i = _skip_space(text, i)
        if text[i:i + 1] == '}':
            return self._finish(pairs), i + 1
        while True:
            if text[i:i + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", text, i)
            key, i = scanstring(text, i + 1, self.strict)
            i = _skip_space(text, i)
            if text[i:i + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", text, i)
            value, i = self._read_value(text, _skip_space(text, i + 1))
            pairs.append((key, value))
            i = _skip_space(text, i)
            mark = text[i:i + 1]
            if mark == '}':
                return self._finish(pairs), i + 1
            if mark != ',':
                raise JSONDecodeError("Expecting ',' delimiter", text, i)
            i = _skip_space(text, i + 1)

    def _finish(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        value = dict(pairs)
        return value if self.object_hook is None else self.object_hook(value)
