"""Bytecode as text, with the offsets of CPython 3.11: its PRECALL, CACHE and EXTENDED_ARG are shown, though gilsim has none."""

import sys
from collections import namedtuple

import _dis

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "show_code", "get_instructions",
           "Instruction", "Bytecode", "cmp_op", "opname", "opmap", "HAVE_ARGUMENT", "EXTENDED_ARG", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "hasnargs",
           "stack_effect", "findlabels"]

_CodeType = type((lambda: None).__code__)

opmap = dict(_dis.opcodes())
opname = ['<%d>' % number for number in range(256)]
for _name, _number in opmap.items():
    opname[_number] = _name
del _name, _number

cmp_op = ('<', '<=', '==', '!=', '>', '>=')
HAVE_ARGUMENT = 90
EXTENDED_ARG = opmap['EXTENDED_ARG']

hascompare = [opmap['COMPARE_OP']]
hasconst = [opmap['LOAD_CONST'], opmap['KW_NAMES']]
hasfree = [number for name, number in opmap.items() if name.endswith(('_DEREF', '_CLOSURE', '_CELL', '_CLASSDEREF'))]
hasjrel = [number for name, number in opmap.items() if 'JUMP' in name or name in ('FOR_ITER', 'SEND')]
haslocal = [number for name, number in opmap.items() if name.endswith('_FAST')]
hasname = [number for name, number in opmap.items() if name.endswith(('_NAME', '_ATTR', '_GLOBAL', '_METHOD', 'IMPORT_FROM'))]
hasjabs, hasnargs = [], []


def stack_effect(opcode, oparg=None, /, *, jump=None):
    """By how much an instruction changes the height of the operand stack."""
    if (oparg is None) == (opcode >= HAVE_ARGUMENT):
        raise ValueError("stack_effect: opcode requires oparg but oparg was not specified" if oparg is None else
                         "stack_effect: opcode does not permit oparg but oparg was specified")
    if jump not in (None, True, False):
        raise ValueError("stack_effect: jump must be False, True or None")
    effect = _dis.stack_effect(opcode, oparg or 0, 0 if jump is None else 1 if jump else -1)
    if effect is None:
        raise ValueError("invalid opcode or oparg")
    return effect


def findlabels(code):
    """The offsets that are jumped to."""
    labels = []
    for instruction in _instructions(code) if isinstance(code, _CodeType) else ():
        if instruction.opcode in hasjrel and instruction.argval not in labels:
            labels.append(instruction.argval)
    return labels


_FLAGS = {1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE",
          128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR"}

Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None,) * 4)
_Fields = namedtuple('_Instruction', 'opname opcode arg argval argrepr offset starts_line is_jump_target positions',
                     defaults=(None,))


class Instruction(_Fields):
    def _disassemble(self, lineno_width=3, mark_as_current=False, offset_width=4):
        line = '' if self.starts_line is None else self.starts_line
        fields = ['%*s' % (lineno_width, line)] if lineno_width else []
        fields += ['-->' if mark_as_current else '   ', '>>' if self.is_jump_target else '  ',
                   repr(self.offset).rjust(offset_width), self.opname.ljust(20)]
        if self.arg is not None:
            fields.append(repr(self.arg).rjust(5))
            if self.argrepr:
                fields.append('(' + self.argrepr + ')')
        return ' '.join(fields).rstrip()


def _code_of(x):
    """The code object of whatever holds one, of source text too; None when there is none."""
    x = getattr(x, '__func__', x)
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            return getattr(x, name)
    if isinstance(x, str):
        try:
            return compile(x, '<disassembly>', 'eval')
        except SyntaxError:
            return compile(x, '<disassembly>', 'exec')
    return x if isinstance(x, _CodeType) else None


def _needed_code(x):
    code = _code_of(x)
    if code is None:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)
    return code


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    code = _needed_code(x)
    offset = first_line - code.co_firstlineno if first_line is not None else 0
    return _instructions(code, offset, show_caches)


def _instructions(code, line_offset=0, show_caches=False):
    last_line = None
    for name, number, arg, value, meaning, offset, is_target, place, caches in _dis.instructions(code):
        if name == 'LOAD_CONST':
            meaning = repr(value)
        line = place[0]
        starts_line = line + line_offset if line is not None and line != last_line else None
        last_line = last_line if line is None else line
        positions = Positions(*place)
        yield Instruction(name, number, arg, value, meaning, offset, starts_line, is_target, positions)
        for i in range(caches if show_caches else 0):
            yield Instruction('CACHE', 0, 0, None, '', offset + 2 * i + 2, None, False, positions)


def findlinestarts(code):
    for instruction in _instructions(code):
        if instruction.starts_line is not None:
            yield instruction.offset, instruction.starts_line


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    if x is None:
        distb(file=file, show_caches=show_caches)
        return
    code = _code_of(x)
    if code is not None:
        _disassemble_nested(code, file, depth, show_caches)
    elif hasattr(x, '__dict__'):
        for name, value in sorted(x.__dict__.items()):
            if _code_of(value) is not None and not isinstance(value, str):
                print("Disassembly of %s:" % name, file=file)
                dis(value, file=file, depth=depth, show_caches=show_caches)
                print(file=file)
    else:
        _needed_code(x)


def _disassemble_nested(code, file, depth, show_caches):
    disassemble(code, file=file, show_caches=show_caches)
    if depth is not None and depth <= 0:
        return
    for constant in code.co_consts:
        if isinstance(constant, _CodeType):
            print(file=file)
            print("Disassembly of %r:" % (constant,), file=file)
            _disassemble_nested(constant, file, None if depth is None else depth - 1, show_caches)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    _list(co, lasti, 0, file, show_caches)


disco = disassemble


def _list(code, lasti, line_offset, file, show_caches):
    rows = list(_instructions(code, line_offset, show_caches))
    highest = max([row.starts_line for row in rows if row.starts_line is not None], default=None)
    line_width = 0 if highest is None else max(3, len(str(highest)))
    offset_width = max(4, len(str(rows[-1].offset))) if rows else 4
    for row in rows:
        if row.starts_line is not None and row.offset > 0:
            print(file=file)
        print(row._disassemble(line_width, row.offset == lasti, offset_width), file=file)
    entries = _dis.exception_entries(code)
    if entries:
        print("ExceptionTable:", file=file)
    for start, end, target, depth, keeps_lasti in entries:
        print("  %d to %d -> %d [%d]%s" % (start, end - 2, target, depth, " lasti" if keeps_lasti else ""), file=file)


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    if tb is None:
        tb = getattr(sys, 'last_traceback', None)
        if tb is None:
            raise RuntimeError("no last traceback to disassemble")
    while tb.tb_next:
        tb = tb.tb_next
    code = tb.tb_frame.f_code
    _list(code, _dis.offset_of(code, tb.tb_lasti // 2), 0, file, show_caches)


class Bytecode:
    """What dis() shows, as an object that gives the instructions."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = code = _needed_code(x)
        self.first_line = code.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - code.co_firstlineno
        self._original_object = x
        self.current_offset = current_offset
        self.show_caches = show_caches
        self.adaptive = adaptive

    def __iter__(self):
        return _instructions(self.codeobj, self._line_offset, self.show_caches)

    def __repr__(self):
        return "{}({!r})".format(self.__class__.__name__, self._original_object)

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        while tb.tb_next:
            tb = tb.tb_next
        code = tb.tb_frame.f_code
        return cls(code, current_offset=_dis.offset_of(code, tb.tb_lasti // 2), show_caches=show_caches)

    def info(self):
        return code_info(self.codeobj)

    def dis(self):
        import io
        out = io.StringIO()
        lasti = -1 if self.current_offset is None else self.current_offset
        _list(self.codeobj, lasti, self._line_offset, out, self.show_caches)
        return out.getvalue()


def code_info(x):
    code = _needed_code(x)
    lines = [
        "Name:              %s" % code.co_name, "Filename:          %s" % code.co_filename,
        "Argument count:    %s" % code.co_argcount, "Positional-only arguments: %s" % code.co_posonlyargcount,
        "Kw-only arguments: %s" % code.co_kwonlyargcount, "Number of locals:  %s" % code.co_nlocals,
        "Stack size:        %s" % code.co_stacksize,
        "Flags:             %s" % (", ".join(name for bit, name in _FLAGS.items() if code.co_flags & bit) or "0x0")]
    for title, values in (("Constants", [repr(value) for value in code.co_consts]), ("Names", code.co_names),
                          ("Variable names", code.co_varnames), ("Free variables", code.co_freevars),
                          ("Cell variables", code.co_cellvars)):
        if values:
            lines.append(title + ":")
            lines += ["%4d: %s" % pair for pair in enumerate(values)]
    return "\n".join(lines)


def show_code(co, *, file=None):
    print(code_info(co), file=file)
