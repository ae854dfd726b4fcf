"""The commands of a shell script, by its tokens."""

import re
from typing import Any, NamedTuple

from _commands._lexer import Part, Problem, TEXT, tokens


class Simple(NamedTuple):
    assignments: list   # (name, parts)
    words: list         # the parts of each
    redirections: list
    line: int


class Redirection(NamedTuple):
    fd: int
    operator: str
    target: tuple


class Pipeline(NamedTuple):
    commands: list
    negated: bool


class Both(NamedTuple):
    """`first && second`, or `first || second`."""
    first: Any
    second: Any
    when_true: bool


class Background(NamedTuple):
    command: Any


class Sequence(NamedTuple):
    commands: list


class If(NamedTuple):
    cases: list         # (condition, commands)
    otherwise: Any
    redirections: list


class Loop(NamedTuple):
    condition: Any
    until: bool
    body: Any
    redirections: list


class For(NamedTuple):
    name: str
    words: list
    body: Any
    redirections: list


class Subshell(NamedTuple):
    body: Any
    redirections: list


_ASSIGNMENT = re.compile(r'([A-Za-z_]\w*)=')
_RESERVED = {'if', 'then', 'elif', 'else', 'fi', 'for', 'in', 'do', 'done', 'while', 'until', '{', '}', '!', 'case', 'esac'}


def parse(text):
    return _Parser(text).script()


class _Parser:
    def __init__(self, text):
        self._tokens = tokens(text)
        self._next = next(self._tokens)

    def script(self):
        result = self._sequence()
        if self._next.kind != 'end':
            raise self._unexpected()
        return result

    def _take(self):
        token = self._next
        if token.kind != 'end':
            self._next = next(self._tokens)
        return token

    def _is_reserved(self, *words):
        return self._next.kind == 'word' and self._next.text in words

    def _accept(self, word):
        return self._take() if self._is_reserved(word) else None

    def _expect(self, word):
        if not self._accept(word):
            raise self._unexpected(word)

    def _unexpected(self, expected=None):
        shown = 'newline' if self._next.text == '\n' else self._next.text
        shown = shown if self._next.kind == 'end' else f'"{shown}"' if shown != 'newline' else shown
        more = f' (expecting "{expected}")' if expected else ''
        return Problem(f'Syntax error: {shown} unexpected{more}', self._next.line)

    def _skip_newlines(self):
        while self._next.is_operator('\n'):
            self._take()

    def _sequence(self, *ends):
        """Commands up to one of the reserved words, or to what cannot begin one; with such a word, there is at least one."""
        commands = []
        self._skip_newlines()
        while self._next.kind != 'end' and not self._next.is_operator(')') and not self._is_reserved(*ends):
            command = self._and_or()
            if self._next.is_operator('&'):
                command = Background(command)
            commands.append(command)
            if not self._next.is_operator('&', ';', '\n'):
                break
            self._take()
            self._skip_newlines()
        if ends and (not commands or not self._is_reserved(*ends)):
            raise self._unexpected(ends[0])
        return Sequence(commands)

    def _and_or(self):
        result = self._pipeline()
        while self._next.is_operator('&&', '||'):
            when_true = self._take().text == '&&'
            self._skip_newlines()
            result = Both(result, self._pipeline(), when_true)
        return result

    def _pipeline(self):
        negated = self._accept('!') is not None
        commands = [self._command()]
        while self._next.is_operator('|'):
            self._take()
            self._skip_newlines()
            commands.append(self._command())
        return commands[0] if len(commands) == 1 and not negated else Pipeline(commands, negated)

    def _command(self):
        if self._next.is_operator('('):
            self._take()
            body = self._sequence()
            if not self._next.is_operator(')'):
                raise self._unexpected(')')
            self._take()
            return Subshell(body, self._redirections())
        if self._is_reserved('case'):
            raise Problem("gilsim's shell has no case", self._next.line)
        methods = {'if': self._if, 'for': self._for, 'while': self._loop, 'until': self._loop, '{': self._group}
        if self._is_reserved(*methods):
            return methods[self._next.text](self._take().text)
        return self._simple()

    def _group(self, _):
        body = self._sequence('}')
        self._expect('}')
        return If([(Sequence([]), body)], Sequence([]), self._redirections())

    def _if(self, _):
        cases = []
        while not cases or self._accept('elif'):
            condition = self._sequence('then')
            self._expect('then')
            cases.append((condition, self._sequence('fi', 'else', 'elif')))
        otherwise = self._sequence('fi') if self._accept('else') else Sequence([])
        self._expect('fi')
        return If(cases, otherwise, self._redirections())

    def _loop(self, kind):
        condition = self._sequence('do')
        return Loop(condition, kind == 'until', self._body(), self._redirections())

    def _for(self, _):
        name = self._take().text
        words = []
        if self._accept('in'):
            while self._next.kind == 'word':
                words.append(self._take().parts)
        if self._next.is_operator(';', '\n'):
            self._take()
        return For(name, words, self._body(), self._redirections())

    def _body(self):
        self._skip_newlines()
        self._expect('do')
        body = self._sequence('done')
        self._expect('done')
        return body

    def _redirections(self):
        result = []
        while self._next.kind == 'redirection':
            result.append(self._redirection())
        return result

    def _redirection(self):
        token = self._take()
        if token.text == '<<':
            raise Problem("gilsim's shell has no <<", token.line)
        if self._next.kind != 'word':
            raise self._unexpected()
        fd = int(token.parts[0] or (0 if token.text.startswith('<') else 1))
        return Redirection(fd, token.text, self._take().parts)

    def _simple(self):
        assignments, words, redirections = [], [], []
        line = self._next.line
        while self._next.kind in ('word', 'redirection'):
            if self._next.kind == 'redirection':
                redirections.append(self._redirection())
                continue
            if not words and self._next.text in _RESERVED and not assignments:
                raise self._unexpected()
            found = None if words else _ASSIGNMENT.match(self._next.text)
            parts = self._take().parts
            if found and parts[0].kind == TEXT and not parts[0].quoted:
                assignments.append((found[1], (Part(TEXT, parts[0].text[found.end():]), *parts[1:])))
            else:
                words.append(parts)
        if self._next.is_operator('(') and len(words) == 1:
            raise Problem("gilsim's shell has no functions", line)
        if not (assignments or words or redirections):
            raise self._unexpected()
        return Simple(assignments, words, redirections, line)
