"""Bytecode as text. The interpreter knows its own instructions; this only finds the code objects."""

import sys

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "show_code"]

_CodeType = type((lambda: None).__code__)


def _code_of(x):
    """The code object of whatever holds one, of source text too; None when there is none."""
    x = getattr(x, '__func__', x)
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            return getattr(x, name)
    if isinstance(x, str):
        try:
            return compile(x, '<dis>', 'eval')
        except SyntaxError:
            return compile(x, '<dis>', 'exec')
    return x if isinstance(x, _CodeType) else None


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    if x is None:
        distb(file=file)
        return
    code = _code_of(x)
    if code is not None:
        _disassemble_nested(code, file, depth)
    elif hasattr(x, '__dict__'):
        for name, value in sorted(x.__dict__.items()):
            if _code_of(value) is not None and not isinstance(value, str):
                print("Disassembly of %s:" % name, file=file)
                dis(value, file=file, depth=depth)
                print(file=file)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def _disassemble_nested(code, file, depth):
    disassemble(code, file=file)
    if depth is not None and depth <= 0:
        return
    for constant in code.co_consts:
        if isinstance(constant, _CodeType):
            print(file=file)
            print("Disassembly of %r:" % (constant,), file=file)
            _disassemble_nested(constant, file, None if depth is None else depth - 1)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    from _dis import disassemble as text_of
    print(text_of(co), file=file, end='')


disco = disassemble


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    if tb is None:
        tb = getattr(sys, 'last_traceback', None)
        if tb is None:
            raise RuntimeError("no last traceback to disassemble")
    while tb.tb_next:
        tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file)


def code_info(x):
    code = _code_of(x)
    if code is None:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)
    lines = [
        "Name:              %s" % code.co_name, "Filename:          %s" % code.co_filename,
        "Argument count:    %s" % code.co_argcount, "Positional-only arguments: %s" % code.co_posonlyargcount,
        "Kw-only arguments: %s" % code.co_kwonlyargcount, "Number of locals:  %s" % code.co_nlocals,
        "Stack size:        %s" % code.co_stacksize]
    for title, values in (("Constants", [repr(value) for value in code.co_consts]), ("Names", code.co_names),
                          ("Variable names", code.co_varnames), ("Free variables", code.co_freevars),
                          ("Cell variables", code.co_cellvars)):
        if values:
            lines.append(title + ":")
            lines += ["%4d: %s" % pair for pair in enumerate(values)]
    return "\n".join(lines)


def show_code(co, *, file=None):
    print(code_info(co), file=file)
