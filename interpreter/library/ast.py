"""Literals read safely. Of trees of the syntax there is nothing here."""

import re

__all__ = ['literal_eval']

_SPACE = re.compile(r'(?:\s|\\\n|#[^\n]*)*')
_STRING = re.compile(r'''(?i:[urb]|br|rb)?(?:"{3}(?s:\\.|.)*?"{3}|'{3}(?s:\\.|.)*?'{3}|"(?:\\(?s:.)|[^"\\\n])*"|'(?:\\(?s:.)|[^'\\\n])*')''')
_NUMBER = re.compile(r'(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)')
_NAME = re.compile(r'[^\W\d]\w*')
_CONSTANTS = {'None': None, 'True': True, 'False': False}


class _Reader:
    """Reads one literal. The text is known to be an expression, so that only its kind can be wrong."""

    def __init__(self, text):
        self.text, self.place = text, 0

    def fail(self, kind, place):
        line = self.text.count('\n', 0, place) + 1
        raise ValueError(f'malformed node or string on line {line}: <ast.{kind} object at {id(self):#x}>')

    def skip(self):
        self.place = _SPACE.match(self.text, self.place).end()
        return self.text[self.place:self.place + 1]

    def take(self, pattern):
        match = pattern.match(self.text, self.place)
        if match:
            self.place = match.end()
        return match and match[0]

    def whole(self):
        value = self.value()
        if self.skip() == ',':
            value = tuple(self.items(value, ''))
        if self.skip():
            self.fail(self._kind_behind(), 0)
        return value

    def _kind_behind(self):
        """What the expression is of which only the beginning is a literal."""
        rest = self.text[self.place:]
        if rest[0] == '(':
            return 'Call'
        if rest[0] in '<>=!' or re.match(r'(in|is|not)\b', rest):
            return 'Compare'
        if re.match(r'(and|or)\b', rest):
            return 'BoolOp'
        return {'[': 'Subscript', '.': 'Attribute'}.get(rest[0], 'IfExp' if rest.startswith('if') else 'BinOp')

    def items(self, first, closing):
        """The items of a row whose first one has been read, up to its closing bracket."""
        values = [first]
        while self.skip() == ',':
            self.place += 1
            if self.skip() in (closing, ''):
                break
            values.append(self.value())
        return values

    def close(self, closing, start, kind):
        if self.skip() != closing:
            self.fail(self._kind_behind() if self.text[self.place:] else kind, start)
        self.place += 1

    def value(self):
        """A literal, or a complex number as the sum or difference of two."""
        self.skip()
        start = self.place
        value = self.signed()
        sign = self.skip()
        if sign and sign in '+-' and type(value) in (int, float):
            self.place += 1
            self.skip()
            imaginary = self.number() if self.text[self.place:self.place + 1].isalnum() or self.skip() == '.' else None
            if type(imaginary) is not complex:
                self.fail('BinOp', start)
            return value + imaginary if sign == '+' else value - imaginary
        return value

    def signed(self):
        sign, start = self.skip(), self.place
        if sign not in ('+', '-'):
            return self.single()
        self.place += 1
        value = self.signed() if self.skip() in ('+', '-') else self.single()
        if type(value) not in (int, float, complex) or self.text[start + 1:].lstrip()[:1] in ('+', '-'):
            self.fail('UnaryOp', start)
        return value if sign == '+' else -value

    def number(self):
        text = self.take(_NUMBER)
        return eval(text) if text else None

    def single(self):
        mark, start = self.skip(), self.place
        if mark == '(':
            return self.in_parentheses(start)
        if mark == '[':
            self.place += 1
            values = [] if self.skip() == ']' else self.items(self.value(), ']')
            self.close(']', start, 'ListComp')
            return values
        if mark == '{':
            return self.in_braces(start)
        if self.text.startswith('...', start):
            self.place += 3
            return ...
        if _STRING.match(self.text, start):
            return self.strings()
        if mark.isdigit() or mark == '.':
            return self.number()
        return self.named(start)

    def strings(self):
        """Strings side by side are one."""
        pieces = []
        while piece := self.take(_STRING):
            pieces.append(piece)
            self.skip()
        return eval('(' + ' '.join(pieces) + ')')

    def named(self, start):
        name = self.take(_NAME)
        if name in _CONSTANTS:
            return _CONSTANTS[name]
        if name == 'set' and re.match(r'\s*\(\s*\)', self.text[self.place:]):
            self.place = self.text.index(')', self.place) + 1
            return set()
        kinds = {'lambda': 'Lambda', 'not': 'UnaryOp', 'await': 'Await'}
        rest = self.text[self.place:].lstrip()[:1]
        if name and rest in ('"', "'"):
            self.fail('JoinedStr', start)
        self.fail(kinds.get(name) or {'(': 'Call', '.': 'Attribute', '[': 'Subscript'}.get(rest, 'Name' if name else 'UnaryOp'), start)

    def in_parentheses(self, start):
        self.place += 1
        if self.skip() == ')':
            self.place += 1
            return ()
        value = self.value()
        if self.skip() == ',':
            value = tuple(self.items(value, ')'))
        self.close(')', start, 'GeneratorExp')
        return value

    def in_braces(self, start):
        self.place += 1
        if self.skip() == '}':
            self.place += 1
            return {}
        pairs, is_dict = [], None
        while self.skip() != '}':
            key, value = self.value(), None
            is_dict = self.skip() == ':' if is_dict is None else is_dict
            if is_dict:
                self.place += 1
                value = self.value()
            pairs.append((key, value))
            if self.skip() != ',':
                break
            self.place += 1
        self.close('}', start, 'DictComp' if is_dict else 'SetComp')
        return dict(pairs) if is_dict else {key for key, _ in pairs}


def literal_eval(node_or_string):
    """The value of an expression that consists of literals only."""
    if not isinstance(node_or_string, str):
        raise ValueError(f'malformed node or string: {node_or_string!r}')
    text = node_or_string.lstrip(" \t")
    compile(text, '<unknown>', 'eval')  # SyntaxError
    return _Reader(text).whole()
