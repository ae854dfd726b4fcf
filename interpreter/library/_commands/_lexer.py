"""The text of a shell script as tokens."""

import re
from typing import NamedTuple

# What a part of a word is: itself, a variable, a command's output, or a sum.
TEXT, NAME, COMMAND, SUM = 'text', 'name', 'command', 'sum'


class Problem(Exception):
    """Why a script is not understood."""

    def __init__(self, message, line):
        super().__init__(message)
        self.line = line


class Part(NamedTuple):
    kind: str
    text: str
    quoted: bool = False


class Token(NamedTuple):
    kind: str     # 'word', 'operator', 'redirection' or 'end'
    text: str     # as it was written
    line: int
    parts: tuple = ()

    def is_operator(self, *texts):
        return self.kind == 'operator' and self.text in texts


_REDIRECTION = re.compile(r'(\d?)(>>|<<|>&|<&|>\||>|<)')
_OPERATOR = re.compile(r'&&|\|\||;;|[|&;()\n]')
_BLANK = re.compile(r'(?:[ \t]|\\\n|#[^\n]*)+')
_VARIABLE = re.compile(r'\$(?:([A-Za-z_]\w*|[0-9?$#!@*])|\{([A-Za-z_]\w*|[0-9?$#!@*])\})')
_SPECIAL = re.compile(r'[\s|&;()<>\'"\\$`]')


def tokens(text):
    lexer = _Lexer(text)
    while True:
        token = lexer.next()
        yield token
        if token.kind == 'end':
            return


class _Lexer:
    def __init__(self, text):
        self._text = text
        self._place = 0
        self._line = 1

    def next(self):
        self._accept(_BLANK)
        line = self._line
        if self._place == len(self._text):
            return Token('end', 'end of file', line)
        if found := self._accept(_REDIRECTION):
            return Token('redirection', found[2], line, (found[1],))
        if found := self._accept(_OPERATOR):
            return Token('operator', found[0], line)
        start = self._place
        parts = tuple(self._word())
        return Token('word', self._text[start:self._place], line, parts)

    def _accept(self, pattern):
        found = pattern.match(self._text, self._place)
        if found:
            self._advance(found.end())
        return found

    def _advance(self, place):
        self._line += self._text.count('\n', self._place, place)
        self._place = place

    def _until(self, end):
        """What stands before the next `end`, which is passed."""
        place = self._text.find(end, self._place)
        if place < 0:
            raise Problem('Syntax error: Unterminated quoted string', self._line)
        text = self._text[self._place:place]
        self._advance(place + len(end))
        return text

    def _word(self):
        while self._place < len(self._text):
            character = self._text[self._place]
            if character == "'":
                self._place += 1
                yield Part(TEXT, self._until("'"), True)
            elif character == '"':
                self._place += 1
                yield from self._double_quoted()
            elif character == '\\':
                yield Part(TEXT, self._text[self._place + 1:self._place + 2], True)
                self._advance(min(self._place + 2, len(self._text)))
            elif character in '$`':
                yield self._expansion(False)
            elif _SPECIAL.match(character):
                return
            else:
                found = _SPECIAL.search(self._text, self._place)
                end = found.start() if found else len(self._text)
                yield Part(TEXT, self._text[self._place:end])
                self._place = end

    def _double_quoted(self):
        text = ''
        yield Part(TEXT, '', True)  # "" is a word
        while self._place < len(self._text):
            character = self._text[self._place]
            if character in '"$`' and text:
                yield Part(TEXT, text, True)
                text = ''
            if character == '"':
                self._place += 1
                return
            if character in '$`':
                yield self._expansion(True)
                continue
            following = self._text[self._place + 1:self._place + 2]
            if character == '\\' and following in ('$', '`', '"', '\\', '\n'):
                self._advance(self._place + 2)
                text += following.strip('\n')
            else:
                text += character
                self._advance(self._place + 1)
        raise Problem('Syntax error: Unterminated quoted string', self._line)

    def _expansion(self, quoted):
        if found := self._accept(_VARIABLE):
            return Part(NAME, found[1] or found[2], quoted)
        if self._text[self._place] == '`':
            self._place += 1
            return Part(COMMAND, self._until('`'), quoted)
        if self._text.startswith('${', self._place):
            raise Problem(f"gilsim's shell has no {self._text[self._place:self._place + 3]}", self._line)
        if self._text.startswith('$((', self._place):
            return Part(SUM, self._inside_parentheses()[1:-1], quoted)
        if self._text.startswith('$(', self._place):
            return Part(COMMAND, self._inside_parentheses(), quoted)
        self._place += 1
        return Part(TEXT, '$', quoted)

    def _inside_parentheses(self):
        start = self._place + 2
        depth = 0
        for place in range(start - 1, len(self._text)):
            depth += {'(': 1, ')': -1}.get(self._text[place], 0)
            if depth == 0:
                self._advance(place + 1)
                return self._text[start:place]
        raise Problem('Syntax error: end of file unexpected (expecting ")")', self._line)
