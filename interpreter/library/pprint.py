"""Values as text over several lines, one item a line where they do not fit."""

import sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._short(object, {}, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Orderable:
    """Sorts what has no order of its own, by type and address."""

    __slots__ = ('value',)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


class _OrderablePair(_Orderable):
    __slots__ = ()

    def __lt__(self, other):
        return _Orderable(self.value[0]) < _Orderable(other.value[0])


def _is_recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent_per_level = int(indent)
        self._width = int(width)
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        stream = self._stream if self._stream is not None else sys.stdout
        if stream is not None:
            stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        parts = []
        self._format(object, parts.append, 0, 0, {}, 0)
        return ''.join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._short(object, context, level)

    def _format(self, object, write, indent, allowance, context, level):
        """Writes an object that begins `indent` columns in and has `allowance` columns of text behind it."""
        if id(object) in context:
            write(_is_recursion(object))
            return
        text = self.format(object, context, self._depth, level)[0]
        if len(text) > self._width - indent - allowance:
            method = self._method_for(object)
            if method is not None:
                context[id(object)] = 1
                method(self, object, write, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        write(text)

    def _method_for(self, object):
        kind = type(object)
        method = self._dispatch.get(kind.__repr__)
        if method is None and hasattr(kind, '__dataclass_fields__') and '__wrapped__' in getattr(
                kind.__repr__, '__dict__', {}):
            method = PrettyPrinter._dataclass
        if method is None:
            method = _collections_methods().get(kind.__repr__)
        return method

    def _items(self, items, write, indent, allowance, context, level):
        """Writes items with commas between them, one a line, or as many as fit when compact."""
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * ' ')
        new_line = ',\n' + ' ' * indent
        room = width = self._width - indent + 1
        between = ''
        items = list(items)
        for number, item in enumerate(items):
            is_last = number == len(items) - 1
            if is_last:
                width -= allowance
                room -= allowance
            if self._compact:
                text = self._short(item, context, level)[0]
                needed = len(text) + 2
                if room < needed:
                    room = width
                    between = between and new_line
                if room >= needed:
                    write(between + text)
                    room -= needed
                    between = ', '
                    continue
            write(between)
            between = new_line
            self._format(item, write, indent, allowance if is_last else 1, context, level)

    def _list(self, object, write, indent, allowance, context, level):
        write('[')
        self._items(object, write, indent, allowance + 1, context, level)
        write(']')

    def _tuple(self, object, write, indent, allowance, context, level):
        end = ',)' if len(object) == 1 else ')'
        write('(')
        self._items(object, write, indent, allowance + len(end), context, level)
        write(end)

    def _set(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        start, end = '{', '}'
        if type(object) is not set:
            start, end = type(object).__name__ + '({', '})'
            indent += len(type(object).__name__) + 1
        write(start)
        self._items(sorted(object, key=_Orderable), write, indent, allowance + len(end), context, level)
        write(end)

    def _dict(self, object, write, indent, allowance, context, level):
        write('{' + (self._indent_per_level - 1) * ' ')
        items = sorted(object.items(), key=_OrderablePair) if self._sort_dicts else list(object.items())
        self._pairs(items, write, indent + self._indent_per_level, allowance + 1, context, level)
        write('}')

    def _pairs(self, items, write, indent, allowance, context, level):
        for number, (key, value) in enumerate(items):
            text = self._short(key, context, level)[0]
            write((',\n' + ' ' * indent if number else '') + text + ': ')
            behind = allowance if number == len(items) - 1 else 1
            self._format(value, write, indent + len(text) + 2, behind, context, level)

    def _fields(self, items, write, indent, allowance, context, level):
        for number, (name, value) in enumerate(items):
            write((',\n' + ' ' * indent if number else '') + name + '=')
            if id(value) in context:
                write('...')
            else:
                behind = allowance if number == len(items) - 1 else 1
                self._format(value, write, indent + len(name) + 1, behind, context, level)

    def _dataclass(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        items = [(f.name, getattr(object, f.name)) for f in object.__dataclass_fields__.values()
                 if f.repr and str(f._field_type) == '_FIELD']
        write(name + '(')
        self._fields(items, write, indent + len(name) + 1, allowance + 1, context, level)
        write(')')

    def _namespace(self, object, write, indent, allowance, context, level):
        name = 'namespace' if type(object).__name__ == 'SimpleNamespace' else type(object).__name__
        write(name + '(')
        self._fields(list(object.__dict__.items()), write, indent + len(name) + 1, allowance + 1, context, level)
        write(')')

    def _str(self, object, write, indent, allowance, context, level):
        """A long text as literals in parentheses, which the language joins."""
        pieces = _pieces_of_text(object, self._width - indent - (level == 1), allowance + (level == 1))
        if len(pieces) <= 1:
            write(''.join(pieces) or repr(object))
            return
        outer = level == 1
        write('(' if outer else '')
        write(('\n' + ' ' * (indent + outer)).join(pieces))
        write(')' if outer else '')

    def _bytes(self, object, write, indent, allowance, context, level):
        if len(object) <= 4:
            write(repr(object))
            return
        outer = level == 1
        write('(' if outer else '')
        write(('\n' + ' ' * (indent + outer)).join(
            _pieces_of_bytes(object, self._width - indent - outer, allowance + outer)))
        write(')' if outer else '')

    def _ordered_dict(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        if not object:
            write(repr(object))
            return
        write(name + '(')
        self._format(list(object.items()), write, indent + len(name) + 1, allowance + 1, context, level)
        write(')')

    def _default_dict(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        name = object.__class__.__name__
        indent += len(name) + 1
        factory = self._short(object.default_factory, context, level)[0]
        write(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, write, indent, allowance + 1, context, level)
        write(')')

    def _counter(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + '({' + (self._indent_per_level - 1) * ' ')
        self._pairs(object.most_common(), write, indent + len(name) + 1 + self._indent_per_level, allowance + 2,
                    context, level)
        write('})')

    def _deque(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        write(name + '(')
        indent += len(name) + 1
        write('[')
        if object.maxlen is None:
            self._items(object, write, indent, allowance + 2, context, level)
            write('])')
        else:
            self._items(object, write, indent, 2, context, level)
            rest = self._short(object.maxlen, context, level)[0]
            write(f"],\n{' ' * indent}maxlen={rest})")

    _dispatch = {
        dict.__repr__: _dict, list.__repr__: _list, tuple.__repr__: _tuple, set.__repr__: _set,
        frozenset.__repr__: _set, str.__repr__: _str, bytes.__repr__: _bytes}

    def _short(self, object, context, level):
        """repr() with sorted dicts, "..." below the depth, and safe for what holds itself; and two facts about it."""
        kind = type(object)
        if kind is int and self._underscore_numbers:
            return f"{object:_d}", True, False
        is_dict = issubclass(kind, dict) and kind.__repr__ is dict.__repr__
        is_list = issubclass(kind, list) and kind.__repr__ is list.__repr__
        if is_dict or is_list or (issubclass(kind, tuple) and kind.__repr__ is tuple.__repr__):
            start, end = ('{', '}') if is_dict else ('[', ']') if is_list else ('(', ',)' if len(object) == 1 else ')')
            if not object:
                return start + end, True, False
            if self._depth and level >= self._depth:
                return start + '...' + end.lstrip(','), False, id(object) in context
            if id(object) in context:
                return _is_recursion(object), False, True
            context[id(object)] = 1
            parts, readable, recursive = self._short_items(object, is_dict, context, level + 1)
            del context[id(object)]
            return start + ', '.join(parts) + end, readable, recursive
        text = repr(object)
        return text, bool(text) and not text.startswith('<'), False

    def _short_items(self, object, is_dict, context, level):
        parts, readable, recursive = [], True, False
        items = object
        if is_dict:
            items = sorted(object.items(), key=_OrderablePair) if self._sort_dicts else object.items()
        for item in items:
            texts = []
            for value in item if is_dict else (item,):
                text, is_readable, is_recursive = self.format(value, context, self._depth, level)
                texts.append(text)
                readable = readable and is_readable
                recursive = recursive or is_recursive
            parts.append(': '.join(texts))
        return parts, readable, recursive


def _collections_methods():
    """More forms, of types that are only looked at when their modules have been imported."""
    methods = {}
    collections = sys.modules.get('collections')
    if collections is not None:
        methods[collections.OrderedDict.__repr__] = PrettyPrinter._ordered_dict
        methods[collections.defaultdict.__repr__] = PrettyPrinter._default_dict
        methods[collections.Counter.__repr__] = PrettyPrinter._counter
        methods[collections.deque.__repr__] = PrettyPrinter._deque
    types = sys.modules.get('types')
    if types is not None:
        methods[types.SimpleNamespace.__repr__] = PrettyPrinter._namespace
    return methods


def _words_of(line):
    """Words, each with the white space behind it."""
    words, start = [], 0
    for position in range(1, len(line)):
        if line[position - 1].isspace() and not line[position].isspace():
            words.append(line[start:position])
            start = position
    return words + [line[start:]]


def _pieces_of_text(text, width, allowance):
    pieces = []
    lines = text.splitlines(True)
    for number, line in enumerate(lines):
        is_last_line = number == len(lines) - 1
        room = width - allowance if is_last_line else width
        if len(repr(line)) <= room:
            pieces.append(repr(line))
            continue
        words = _words_of(line)
        current = ''
        for position, word in enumerate(words):
            is_last = is_last_line and position == len(words) - 1
            if len(repr(current + word)) > (width - allowance if is_last else width):
                if current:
                    pieces.append(repr(current))
                current = word
            else:
                current += word
        if current:
            pieces.append(repr(current))
    return pieces


def _pieces_of_bytes(data, width, allowance):
    pieces, current = [], b''
    last = len(data) // 4 * 4
    for start in range(0, len(data), 4):
        part = data[start:start + 4]
        if start == last:
            width -= allowance
        if len(repr(current + part)) > width:
            if current:
                pieces.append(repr(current))
            current = part
        else:
            current += part
    return pieces + [repr(current)] if current else pieces
