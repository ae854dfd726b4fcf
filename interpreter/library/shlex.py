"""Splits text into words as a POSIX shell does."""

import re
import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]


class shlex:
    """Reads words one at a time. Its states: None (at the end), ' ' (between words), 'a' (in a word), 'c' (in a row of
    punctuation), a quote (inside quotes), or the escape character (behind it)."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = None if instream is None else infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            self.wordchars += ''.join(map(chr, [*range(0xdf, 0xf7), *range(0xf8, 0x100)]))
            self.wordchars += ''.join(map(chr, [*range(0xc0, 0xd7), *range(0xd8, 0xdf)]))
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.state = ' '
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ''
        self._pushed_characters = deque()
        self._punctuation_chars = '();<>|&' if punctuation_chars is True else punctuation_chars or ''
        if self._punctuation_chars:
            self.wordchars += '~-./*?='
            for character in self._punctuation_chars:
                self.wordchars = self.wordchars.replace(character, '')

    punctuation_chars = property(lambda self: self._punctuation_chars)

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def get_token(self):
        if self.pushback:
            return self.pushback.popleft()
        return self.read_token()

    def _next_character(self):
        if self._punctuation_chars and self._pushed_characters:
            return self._pushed_characters.pop()
        return self.instream.read(1)

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1

    def read_token(self):
        self._quoted = False
        self._escaped_state = ' '
        while True:
            character = self._next_character()
            if character == '\n':
                self.lineno += 1
            if self._step(character):
                break
        result, self.token = self.token, ''
        if self.posix and not self._quoted and result == '':
            result = None
        return result

    def _step(self, character):
        """Takes one character; True at the end of a word."""
        if self.state is None:
            self.token = ''
            return True
        if self.state == ' ':
            return self._between(character)
        if self.state in self.quotes:
            return self._inside_quotes(character)
        if self.state in self.escape:
            return self._behind_escape(character)
        return self._inside_word(character)

    def _between(self, character):
        if not character:
            self.state = None
            return True
        if character in self.whitespace:
            return bool(self.token or self.posix and self._quoted)
        if character in self.commenters:
            self._skip_line()
        elif self.posix and character in self.escape:
            self._escaped_state = 'a'
            self.state = character
        elif character in self.wordchars:
            self.token, self.state = character, 'a'
        elif character in self._punctuation_chars:
            self.token, self.state = character, 'c'
        elif character in self.quotes:
            if not self.posix:
                self.token = character
            self.state = character
        elif self.whitespace_split:
            self.token, self.state = character, 'a'
        else:
            self.token = character
            return True
        return False

    def _inside_quotes(self, character):
        self._quoted = True
        if not character:
            raise ValueError("No closing quotation")
        if character == self.state:
            if not self.posix:
                self.token += character
                self.state = ' '
                return True
            self.state = 'a'
        elif self.posix and character in self.escape and self.state in self.escapedquotes:
            self._escaped_state = self.state
            self.state = character
        else:
            self.token += character
        return False

    def _behind_escape(self, character):
        if not character:
            raise ValueError("No escaped character")
        # Inside quotes only the quote and the escape character itself can be escaped.
        if self._escaped_state in self.quotes and character not in (self.state, self._escaped_state):
            self.token += self.state
        self.token += character
        self.state = self._escaped_state
        return False

    def _inside_word(self, character):
        if not character:
            self.state = None
            return True
        if character in self.whitespace:
            self.state = ' '
            return bool(self.token or self.posix and self._quoted)
        if character in self.commenters:
            self._skip_line()
            if self.posix:
                self.state = ' '
                return bool(self.token or self._quoted)
            return False
        if self.state == 'c':
            if character in self._punctuation_chars:
                self.token += character
                return False
            if character not in self.whitespace:
                self._pushed_characters.append(character)
            self.state = ' '
            return True
        if self.posix and character in self.quotes:
            self.state = character
        elif self.posix and character in self.escape:
            self._escaped_state = 'a'
            self.state = character
        elif (character in self.wordchars or character in self.quotes
              or self.whitespace_split and character not in self._punctuation_chars):
            self.token += character
        else:
            if self._punctuation_chars:
                self._pushed_characters.append(character)
            else:
                self.pushback.appendleft(character)
            self.state = ' '
            return bool(self.token or self.posix and self._quoted)
        return False

    def error_leader(self, infile=None, lineno=None):
        return '"%s", line %d: ' % (self.infile if infile is None else infile, self.lineno if lineno is None else lineno)

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        import warnings
        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ''
    return list(lexer)


def join(split_command):
    return ' '.join(quote(word) for word in split_command)


_find_unsafe = re.compile(r'[^\w@%+=:,./-]', re.ASCII).search


def quote(s):
    if not s:
        return "''"
    if _find_unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
