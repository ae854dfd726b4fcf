"""Exceptions and their tracebacks as text, in the form that the interpreter itself prints them."""

import linecache
import sys
from itertools import islice

try:
    import _traceback
except ImportError:
    _traceback = None

__all__ = [
    'extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
    'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
    'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_REPEATS_SHOWN = 3
_CAUSE_MESSAGE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT_MESSAGE = "\nDuring handling of the above exception, another exception occurred:\n\n"
_not_given = object()


def print_list(extracted_list, file=None):
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file or sys.stderr, end="")


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    return StackSummary._extract(_walk_positions(tb), limit=limit)


def _three_parts(exc, value, tb):
    """Takes an exception, or its type, value and traceback."""
    if value is _not_given and tb is _not_given:
        if isinstance(exc, BaseException):
            return type(exc), exc, exc.__traceback__
        if exc is None:
            return None, None, None
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    if value is _not_given or tb is _not_given:
        raise ValueError("Both or neither of value and tb must be given")
    return type(value) if value is not None else exc, value, tb


def print_exception(exc, /, value=_not_given, tb=_not_given, limit=None, file=None, chain=True):
    kind, value, tb = _three_parts(exc, value, tb)
    TracebackException(kind, value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_not_given, tb=_not_given, limit=None, chain=True):
    kind, value, tb = _three_parts(exc, value, tb)
    return list(TracebackException(kind, value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_not_given):
    if value is _not_given:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f or sys._getframe(1), limit=limit), file=file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f or sys._getframe(1), limit=limit))


def extract_stack(f=None, limit=None):
    stack = StackSummary.extract(walk_stack(f or sys._getframe(1)), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1).f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_positions(tb):
    """As walk_tb(), with the line, end line, column and end column of the instruction instead of the line alone."""
    while tb is not None:
        yield tb.tb_frame, _position_of(tb)
        tb = tb.tb_next


def _position_of(tb):
    place = _traceback and _traceback.position(tb)
    if place is not None:
        return place
    positions = getattr(tb.tb_frame.f_code, 'co_positions', None)
    if positions is not None and tb.tb_lasti >= 0:
        for line, end_line, column, end_column in islice(positions(), tb.tb_lasti // 2, None):
            return tb.tb_lineno if line is None else line, end_line, column, end_column
    return tb.tb_lineno, None, None, None


class FrameSummary:
    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = {k: repr(v) for k, v in locals.items()} if locals else None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        if lookup_line:
            self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other) and self.locals == other.locals
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()


class StackSummary(list):
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        return klass._extract(((frame, (line, None, None, None)) for frame, line in frame_gen), limit=limit,
                              capture_locals=capture_locals)

    @classmethod
    def _extract(klass, frames, *, limit=None, capture_locals=False):
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
            if limit is not None and limit < 0:
                limit = 0
        frames = list(frames)
        if limit is not None:
            frames = frames[:limit] if limit >= 0 else frames[limit:]
        return klass(
            FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name, end_lineno=end_line, colno=column,
                         end_colno=end_column, locals=frame.f_locals if capture_locals else None)
            for frame, (line, end_line, column, end_column) in frames)

    @classmethod
    def from_list(klass, a_list):
        return klass(
            item if isinstance(item, FrameSummary) else FrameSummary(item[0], item[1], item[2], line=item[3])
            for item in a_list)

    def format_frame_summary(self, frame):
        text = '  File "{}", line {}, in {}\n'.format(frame.filename, frame.lineno, frame.name)
        if frame.line:
            text += '    {}\n'.format(frame.line)
            marks = _marks_under(frame)
            if marks:
                text += f'    {marks}\n'
        for name, value in sorted((frame.locals or {}).items()):
            text += f'    {name} = {value}\n'
        return text

    def format(self):
        result = []
        last, count = None, 0
        for frame in self:
            place = (frame.filename, frame.lineno, frame.name)
            if place != last:
                result += _repeats(count)
                last, count = place, 0
            count += 1
            if count <= _REPEATS_SHOWN:
                result.append(self.format_frame_summary(frame))
        return result + _repeats(count)


def _repeats(count):
    count -= _REPEATS_SHOWN
    if count <= 0:
        return []
    return [f'  [Previous line repeated {count} more time{"s" if count > 1 else ""}]\n']


def _marks_under(frame):
    """The line of ^ and ~ that shows which part of a frame's line it was in, or ''."""
    if frame.colno is None or frame.end_colno is None:
        return ''
    original = frame._original_line
    raw = original.encode()
    start = len(raw[:frame.colno].decode(errors='replace'))
    indent = len(original) - len(original.lstrip())
    operator = None
    if frame.end_lineno == frame.lineno:
        end = len(raw[:frame.end_colno].decode(errors='replace'))
        operator = _find_operator(original[start:end])
    else:
        end = indent + len(frame.line)
    if operator is None and end - start >= len(frame.line):
        return ''  # the whole line: nothing to point out
    if operator is None:
        marks = '^' * (end - start)
    else:
        left, right = operator
        marks = '~' * left + '^' * (right - left) + '~' * (end - start - right)
    return ' ' * (start - indent) + marks


_PRECEDENCE = {'|': 1, '^': 2, '&': 3, '<<': 4, '>>': 4, '+': 5, '-': 5, '*': 6, '/': 6, '//': 6, '%': 6, '@': 6}
_NO_OPERATION = ('and', 'or', 'not', 'if', 'else', 'in', 'is', 'lambda', 'await', 'yield', 'for', 'from', 'raise',
                 'return', 'import', 'assert', 'del')


def _find_operator(text):
    """The part that stands for an expression's outermost binary operator, or its last subscript: (start, end), or None.

    Only enough of the language is read to find operators outside brackets and strings.
    """
    tokens = _outer_tokens(text)
    if tokens is None:
        return None
    found, weight = None, None
    after_operand = False
    for index, (kind, start, end) in enumerate(tokens):
        if kind in _PRECEDENCE or kind == '**':
            if after_operand:
                # Of equals the last is the outermost, but for ** the first; a sign binds tighter than all but **.
                current = _PRECEDENCE.get(kind, 9)
                if weight is None or current < weight or (current == weight and kind != '**'):
                    found, weight = index, current
                after_operand = False
        else:
            after_operand = True
    is_signed = tokens and tokens[0][0] in ('~', '-', '+')
    if found is not None and not (is_signed and weight == 9):
        return _operator_between(text, tokens[:found], tokens[found + 1:])
    if len(tokens) > 1 and tokens[-1][0] == '[' and not is_signed:
        return _subscript_after(text, tokens[:-1], tokens[-1])
    return None


def _operator_between(text, left, right):
    """The first one or two characters between two operands, without the parentheses around a whole operand."""
    start = _without_parentheses(text, left[0][1], left[-1][2])[1]
    end = _without_parentheses(text, right[0][1], right[-1][2])[0]
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + 1 + (start + 1 < end and not text[start + 1].isspace())


def _subscript_after(text, value, brackets):
    start = _without_parentheses(text, value[0][1], value[-1][2])[1]
    return start, _without_parentheses(text, brackets[1] + 1, brackets[2] - 1)[1] + 1


def _without_parentheses(text, start, end):
    """Where the expression in text[start:end] stands when the parentheses and spaces around it are left out."""
    while True:
        part = text[start:end]
        start, end = start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
        is_group = text[start:start + 1] == '(' and _end_of_brackets(text, start) == end
        if not is_group or _needs_parentheses(text[start + 1:end - 1]):
            return start, end
        start, end = start + 1, end - 1


def _needs_parentheses(text):
    """Whether the parentheses around a text make a tuple or a generator of it."""
    position, word = 0, ''
    while position < len(text):
        character = text[position]
        word = word + character if character.isalnum() or character in '_.' else ''
        if character == ',' or word == 'for' and not text[position + 1:position + 2].isalnum():
            return True
        if character in '([{':
            position = _end_of_brackets(text, position) or len(text)
        elif character in '"\'':
            position = _end_of_string(text, position)
        else:
            position += 1
    return not text.strip()


def _outer_tokens(text):
    """(kind, start, end) of what stands outside brackets: operators, bracket pairs, operands; None if not for us."""
    tokens = []
    position = 0
    while position < len(text):
        character = text[position]
        start = position
        if character.isspace():
            position += 1
            continue
        if character in '([{':
            position = _end_of_brackets(text, position)
            if position is None:
                return None
        elif character in '"\'':
            position = _end_of_string(text, position)
        elif character.isalnum() or character in '_.' or ord(character) > 127:
            while position < len(text) and (text[position].isalnum() or text[position] in '_.'
                                            or ord(text[position]) > 127):
                position += 1
            if text[start:position] in _NO_OPERATION:
                return None
            character = 'operand'
        elif text[position:position + 2] in ('**', '//', '<<', '>>') and text[position + 2:position + 3] != '=':
            character = text[position:position + 2]
            position += 2
        elif character in '|^&+-*/%@~' and text[position + 1:position + 2] != '=':
            position += 1
        else:
            return None  # a comparison, an assignment, a comma
        tokens.append((character, start, position))
    return tokens


def _end_of_brackets(text, position):
    depth = 0
    while position < len(text):
        character = text[position]
        if character in '"\'':
            position = _end_of_string(text, position)
            continue
        if character in '([{':
            depth += 1
        elif character in ')]}':
            depth -= 1
            if depth == 0:
                return position + 1
        position += 1
    return None


def _end_of_string(text, position):
    quote = text[position]
    if text[position:position + 3] == quote * 3:
        quote *= 3
    position += len(quote)
    while position < len(text) and not text.startswith(quote, position):
        position += 2 if text[position] == '\\' else 1
    return position + len(quote)


def _line_of(kind, value):
    text = _text_of(value)
    return f"{kind}: {text}\n" if value is not None and text else f"{kind}\n"


def _text_of(value, what='exception', function=str):
    try:
        return function(value)
    except:
        return f'<{what} {function.__name__}() failed>'


class TracebackException:
    """An exception, with its causes, as plain text data that keeps no frames alive."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract(_walk_positions(exc_traceback), limit=limit, capture_locals=capture_locals)
        self.exc_type = exc_type
        self._str = _text_of(exc_value)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        if exc_type and issubclass(exc_type, SyntaxError):
            self._take_syntax_error(exc_value)

        def nested(error):
            return TracebackException(
                type(error), error, error.__traceback__, limit=limit, capture_locals=capture_locals, compact=compact,
                max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)

        def not_seen(error):
            return None if error is None or id(error) in seen else nested(error)

        self.__cause__ = not_seen(getattr(exc_value, '__cause__', None))
        self.__suppress_context__ = getattr(exc_value, '__suppress_context__', False)
        hide_context = compact and (self.__cause__ is not None or self.__suppress_context__)
        self.__context__ = None if hide_context else not_seen(getattr(exc_value, '__context__', None))
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [nested(error) for error in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def _take_syntax_error(self, error):
        self.filename = error.filename
        self.lineno = None if error.lineno is None else str(error.lineno)
        self.end_lineno = None if error.end_lineno is None else str(error.end_lineno)
        self.text = error.text
        self.offset = error.offset
        self.end_offset = error.end_offset
        self.msg = error.msg

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self.exc_type is None:
            yield 'NoneType: None\n'
            return
        kind = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ("__main__", "builtins"):
            kind = (module if isinstance(module, str) else "<unknown>") + '.' + kind
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(kind)
        else:
            yield _line_of(kind, self._str)
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _text_of(note, 'note').split('\n'):
                    yield line + '\n'
        elif notes is not None:
            yield "{}\n".format(_text_of(notes, '__notes__', repr))

    def _format_syntax_error(self, kind):
        where = ''
        if self.lineno is not None:
            yield '  File "{}", line {}\n'.format(self.filename or "<string>", self.lineno)
        elif self.filename is not None:
            where = ' ({})'.format(self.filename)
        if self.text is not None and self.lineno is not None:
            line = self.text.rstrip('\n')
            shown = line.lstrip(' \n\f')
            indent = len(line) - len(shown)
            yield '    {}\n'.format(shown)
            if self.offset is not None:
                end = self.end_offset if self.end_offset not in (None, 0) else self.offset
                if self.end_lineno != self.lineno:
                    end = len(line) + 1
                if self.offset == end or end == -1:
                    end = self.offset + 1
                column = self.offset - 1 - indent
                if column >= 0:
                    spaces = ''.join([c if c.isspace() else ' ' for c in shown[:column]])
                    yield '    {}{}\n'.format(spaces, '^' * (end - 1 - indent - column))
        yield "{}: {}{}\n".format(kind, self.msg or "<no detail available>", where)

    def format(self, *, chain=True, _prefix='', _depth=0):
        for message, error in self._chain(chain):
            if error.exceptions is None:
                text = 'Traceback (most recent call last):\n' if error.stack else ''
                lines = [text] + error.stack.format() + list(error.format_exception_only())
                start = _prefix + '  | ' if _depth else ''
                yield from _indented(lines, start)
            else:
                yield from error._format_group(_prefix, _depth)
            if message is not None:
                yield from _indented([message], _prefix + '  | ' if _depth else '')

    def _chain(self, chain):
        """The exceptions from the first cause to this one, each with the words that lead to the next."""
        result = [(None, self)]
        error = self
        while chain:
            if error.__cause__ is not None:
                message, error = _CAUSE_MESSAGE, error.__cause__
            elif error.__context__ is not None and not error.__suppress_context__:
                message, error = _CONTEXT_MESSAGE, error.__context__
            else:
                break
            result.append((message, error))
        return reversed(result)

    def _format_group(self, prefix, depth):
        if depth > self.max_group_depth:
            yield from _indented([f"... (max_group_depth is {self.max_group_depth})\n"], prefix + '  | ')
            return
        bar = prefix + '  | '
        lines = list(self.format_exception_only())
        if self.stack or depth == 0:
            first = prefix + '  + ' if depth == 0 else bar
            if self.stack:
                yield from _indented(['Exception Group Traceback (most recent call last):\n'], first)
            yield from _indented(self.stack.format(), bar)
        yield from _indented(lines, bar)
        shown = self.exceptions[:self.max_group_width]
        more = len(self.exceptions) - len(shown)
        deeper = prefix + '  '
        for number, error in enumerate(shown, 1):
            corner = '+-+' if number == 1 else '  +'
            yield f'{prefix}  {corner}---------------- {number} ----------------\n'
            yield from error.format(_prefix=deeper, _depth=depth + 1)
        if more:
            yield f'{prefix}    +---------------- ... ----------------\n'
            yield f'{deeper}  | and {more} more exception{"s" if more > 1 else ""}\n'
        last = shown[-1] if shown else None
        if last is None or last.exceptions is None or more:
            yield f'{prefix}    +------------------------------------\n'

    def print(self, *, file=None, chain=True):
        for line in self.format(chain=chain):
            print(line, file=file or sys.stderr, end="")


def _indented(blocks, start):
    for block in blocks:
        if not block:
            continue
        if not start:
            yield block
        else:
            yield ''.join([(start + line if line.strip('\n') else start.rstrip() + '\n')
                           for line in block.splitlines(True)])
