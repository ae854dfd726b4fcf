"""Writing JSON: a value becomes a row of pieces of text."""

__all__ = ['JSONEncoder']

_ESCAPES = {'\\': '\\\\', '"': '\\"', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'}


def _is_plain(text):
    return text.isprintable() and '"' not in text and '\\' not in text


def encode_basestring(s):
    """Quoted; characters beyond ASCII as they are."""
    if _is_plain(s):
        return '"' + s + '"'
    return '"' + ''.join([_ESCAPES.get(c) or (c if c >= ' ' else '\\u%04x' % ord(c)) for c in s]) + '"'


def _ascii_escape(c):
    code = ord(c)
    if code < 0x10000:
        return '\\u%04x' % code
    code -= 0x10000
    return '\\u%04x\\u%04x' % (0xd800 | code >> 10, 0xdc00 | code & 0x3ff)


def encode_basestring_ascii(s):
    """Quoted; characters beyond ASCII as escapes."""
    if s.isascii() and _is_plain(s):
        return '"' + s + '"'
    return '"' + ''.join([_ESCAPES.get(c) or (c if ' ' <= c <= '~' else _ascii_escape(c)) for c in s]) + '"'


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        if isinstance(o, str):
            return self._text(o)
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        pieces = []
        self._add(o, pieces.append, '\n', [])
        return iter(pieces)

    def _text(self, s):
        return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(s)

    def _float(self, o):
        if o == o and o not in (float('inf'), float('-inf')):
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        return 'NaN' if o != o else 'Infinity' if o > 0 else '-Infinity'

    def _simple(self, o):
        """The text of a value that holds no others; None for the rest."""
        if isinstance(o, str):
            return self._text(o)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _add(self, o, add, newline, around):
        text = self._simple(o)
        if text is not None:
            add(text)
            return
        if self.check_circular:
            for outer in around:
                if outer is o:
                    raise ValueError("Circular reference detected")
        around.append(o)
        if isinstance(o, (list, tuple)):
            self._add_row(o, add, newline, around)
        elif isinstance(o, dict):
            self._add_pairs(o, add, newline, around)
        else:
            self._add(self.default(o), add, newline, around)
        around.pop()

    def _deeper(self, newline):
        step = self.indent if isinstance(self.indent, str) else ' ' * self.indent
        return newline + step

    def _add_row(self, row, add, newline, around):
        if not row:
            add('[]')
            return
        inner = '' if self.indent is None else self._deeper(newline)
        add('[' + inner)
        first = True
        for item in row:
            if not first:
                add(self.item_separator + inner)
            first = False
            self._add(item, add, inner, around)
        add(']' if self.indent is None else newline + ']')

    def _key(self, key):
        if isinstance(key, str):
            return self._text(key)
        if key is None or isinstance(key, (bool, int, float)):
            return '"' + self._simple(key) + '"'
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _add_pairs(self, pairs, add, newline, around):
        if not pairs:
            add('{}')
            return
        inner = '' if self.indent is None else self._deeper(newline)
        add('{' + inner)
        first = True
        for key, value in sorted(pairs.items()) if self.sort_keys else pairs.items():
            name = self._key(key)
            if name is None:
                continue
            if not first:
                add(self.item_separator + inner)
            first = False
            add(name + self.key_separator)
            self._add(value, add, inner, around)
        add('}' if self.indent is None else newline + '}')
