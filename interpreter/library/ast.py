"""Syntax trees: their classes, reading and writing them, walking through them.

The trees are made by `_ast`, the classes here from the table below.
"""


PyCF_ONLY_AST, PyCF_TYPE_COMMENTS, PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x400, 0x1000, 0x2000

# base: class field field?, class ... With ? a field may be None, with * it is a list.
_TABLE = """
mod: Module body* type_ignores*, Interactive body*, Expression body, FunctionType argtypes* returns
stmt: FunctionDef name args body* decorator_list* returns? type_comment?,
 AsyncFunctionDef name args body* decorator_list* returns? type_comment?, ClassDef name bases* keywords* body* decorator_list*,
 Return value?, Delete targets*, Assign targets* value type_comment?, AugAssign target op value,
 AnnAssign target annotation value? simple, For target iter body* orelse* type_comment?,
 AsyncFor target iter body* orelse* type_comment?, While test body* orelse*, If test body* orelse*, With items* body* type_comment?,
 AsyncWith items* body* type_comment?, Match subject cases*, Raise exc? cause?, Try body* handlers* orelse* finalbody*,
 TryStar body* handlers* orelse* finalbody*, Assert test msg?, Import names*, ImportFrom module? names* level?, Global names*,
 Nonlocal names*, Expr value, Pass, Break, Continue
expr: BoolOp op values*, NamedExpr target value, BinOp left op right, UnaryOp op operand, Lambda args body, IfExp test body orelse,
 Dict keys* values*, Set elts*, ListComp elt generators*, SetComp elt generators*, DictComp key value generators*,
 GeneratorExp elt generators*, Await value, Yield value?, YieldFrom value, Compare left ops* comparators*,
 Call func args* keywords*, FormattedValue value conversion format_spec?, JoinedStr values*, Constant value kind?,
 Attribute value attr ctx, Subscript value slice ctx, Starred value ctx, Name id ctx, List elts* ctx, Tuple elts* ctx,
 Slice lower? upper? step?
expr_context: Load, Store, Del
boolop: And, Or
operator: Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv
unaryop: Invert, Not, UAdd, USub
cmpop: Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn
excepthandler: ExceptHandler type? name? body*
pattern: MatchValue value, MatchSingleton value, MatchSequence patterns*, MatchMapping keys* patterns* rest?,
 MatchClass cls patterns* kwd_attrs* kwd_patterns*, MatchStar name?, MatchAs pattern? name?, MatchOr patterns*
type_ignore: TypeIgnore lineno tag
AST: comprehension target iter ifs* is_async, arguments posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*,
 arg arg annotation? type_comment?, keyword arg? value, alias name asname?, withitem context_expr optional_vars?,
 match_case pattern guard? body*
"""
_PLACED = ('stmt', 'expr', 'excepthandler', 'pattern', 'arg', 'keyword', 'alias')
_PLACE = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')


class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError("%s constructor takes at most %d positional argument%s" % (
                type(self).__name__, len(fields), '' if len(fields) == 1 else 's'))
        for name, value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields[:len(args)]:
                raise TypeError("%s got multiple values for argument %r" % (type(self).__name__, name))
            setattr(self, name, value)

    def __reduce__(self):
        return type(self), (), self.__dict__


def _make_class(base, name, fields=()):
    names = tuple(field.rstrip('?*') for field in fields)
    members = {'_fields': names, '__match_args__': names, '__module__': __name__}
    members.update((field[:-1], None) for field in fields if field.endswith('?'))
    if name in _PLACED:
        members.update(_attributes=_PLACE, end_lineno=None, end_col_offset=None)
    globals()[name] = made = type(name, (base,), members)
    return made


def _make_classes():
    for line in _TABLE.strip().replace('\n ', ' ').split('\n'):
        name, _, kinds = line.partition(': ')
        base = AST if name == 'AST' else _make_class(AST, name)
        for kind in kinds.split(','):
            kind, *fields = kind.split()
            _make_class(base, kind, fields)


_make_classes()


# --- reading ---------------------------------------------------------------------------------------------------------


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None):
    """The tree of a source text: compile(source, filename, mode, PyCF_ONLY_AST)."""
    return compile(source, filename, mode, PyCF_ONLY_AST)


def literal_eval(node_or_string):
    """The value of an expression, a tree or its text, that consists of literals only."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _refuse(node):
    line = getattr(node, 'lineno', None)
    raise ValueError('malformed node or string' + (f' on line {line}' if line else '') + f': {node!r}')


def _literal_number(node):
    if isinstance(node, Constant) and type(node.value) in (int, float, complex):
        return node.value
    _refuse(node)


def _literal_signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        number = _literal_number(node.operand)
        return +number if isinstance(node.op, UAdd) else -number
    return _literal_number(node)


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set' and node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _refuse(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _literal_signed(node.left), _literal_number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _literal_signed(node)


# --- showing ---------------------------------------------------------------------------------------------------------


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """The tree as text, for looking at."""
    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return _dump(node, annotate_fields, include_attributes, indent, 0)[0]


def _dump(node, annotate, places, indent, level):
    """(text, whether it is so simple that it may stand in a line with others)"""
    level += 1
    prefix, separator = ('', ', ') if indent is None else ('\n' + indent * level, ',\n' + indent * level)
    if isinstance(node, AST):
        parts, simple, named = [], True, annotate
        for name in node._fields:
            if not hasattr(node, name):
                named = True
                continue
            value = getattr(node, name)
            if value is None and getattr(type(node), name, ...) is None:
                named = True
                continue
            text, is_simple = _dump(value, annotate, places, indent, level)
            simple = simple and is_simple
            parts.append(f'{name}={text}' if named else text)
        for name in node._attributes if places else ():
            value = getattr(node, name, None)
            if value is None and getattr(type(node), name, ...) is None or not hasattr(node, name):
                continue
            text, is_simple = _dump(value, annotate, places, indent, level)
            simple = simple and is_simple
            parts.append(f'{name}={text}')
        if simple and len(parts) <= 3:
            return f'{type(node).__name__}({", ".join(parts)})', not parts
        return f'{type(node).__name__}({prefix}{separator.join(parts)})', False
    if isinstance(node, list):
        if not node:
            return '[]', True
        return f'[{prefix}{separator.join(_dump(item, annotate, places, indent, level)[0] for item in node)}]', False
    return repr(node), True


def get_docstring(node, clean=True):
    """The docstring of a function, class or module."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % node.__class__.__name__)
    if not (node.body and isinstance(node.body[0], Expr) and isinstance(node.body[0].value, Constant)):
        return None
    text = node.body[0].value.value
    if not isinstance(text, str):
        return None
    if clean:
        import inspect
        text = inspect.cleandoc(text)
    return text


def _source_lines(source):
    """Lines with their ends, which are \\n, \\r or both, and nothing else."""
    lines, begin = [], 0
    for i, character in enumerate(source):
        if character == '\n' or character == '\r' and source[i + 1:i + 2] != '\n':
            lines.append(source[begin:i + 1])
            begin = i + 1
    return lines + [source[begin:]] if begin < len(source) else lines


def get_source_segment(source, node, *, padded=False):
    """The piece of the source that a node was made from."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last, begin, end = node.lineno - 1, node.end_lineno - 1, node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = [line.encode() for line in _source_lines(source)[first:last + 1]]
    lines[-1] = lines[-1][:end]
    indent = b''.join(b'\f' if octet == 12 else b'\t' if octet == 9 else b' ' for octet in lines[0][:begin]) if padded and first < last else b''
    lines[0] = indent + lines[0][begin:]
    return b''.join(lines).decode()


# --- walking and changing --------------------------------------------------------------------------------------------


def iter_fields(node):
    """(name, value) of each field that is there."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes right below one."""
    for name, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """The node and all below it, level by level."""
    from collections import deque
    waiting = deque([node])
    while waiting:
        node = waiting.popleft()
        waiting.extend(iter_child_nodes(node))
        yield node


def copy_location(new_node, old_node):
    """Give a node the place of another one."""
    for name in _PLACE:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith('end_'):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give nodes without a place that of their parent."""
    def fix(node, place):
        place = list(place)
        for i, name in enumerate(_PLACE):
            if name in node._attributes:
                if getattr(node, name, None) is None:
                    setattr(node, name, place[i])
                else:
                    place[i] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, place)
    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Move a tree down by n lines."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
        elif 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
            if getattr(child, 'end_lineno', None) is not None:
                child.end_lineno += n
    return node


class NodeVisitor:
    """Calls visit_NAME for each node of the class NAME, generic_visit where there is no such method."""

    def visit(self, node):
        visitor = getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)
        return visitor(node)

    def generic_visit(self, node):
        for name, value in iter_fields(node):
            if isinstance(value, AST):
                self.visit(value)
            elif isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)

    def visit_Constant(self, node):
        value = node.value
        kinds = ((type(None), bool), 'visit_NameConstant'), ((int, float, complex), 'visit_Num'), ((str,), 'visit_Str'), (
            (bytes,), 'visit_Bytes'), ((type(...),), 'visit_Ellipsis')
        for types, name in kinds:
            if isinstance(value, types):
                visitor = getattr(self, name, None)
                if visitor is not None:
                    import warnings
                    warnings.warn(f"{name} is deprecated; add visit_Constant", DeprecationWarning, 2)
                    return visitor(node)
                break
        return self.generic_visit(node)


class NodeTransformer(NodeVisitor):
    """A visitor whose methods' results take the nodes' places; None removes one."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                old[:] = self._changed(old)
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node

    def _changed(self, items):
        changed = []
        for item in items:
            if isinstance(item, AST):
                item = self.visit(item)
                if item is None:
                    continue
                if not isinstance(item, AST):
                    changed.extend(item)
                    continue
            changed.append(item)
        return changed


# --- classes of earlier versions -------------------------------------------------------------------------------------


class _OldConstant(type):
    """`isinstance(node, Num)` asks what kind of Constant it is, `Num(1)` makes one."""

    def __instancecheck__(cls, instance):
        return isinstance(instance, Constant) and isinstance(instance.value, cls._types) and not (
            cls._types == (int, float, complex) and isinstance(instance.value, bool))

    def __call__(cls, *args, **kwargs):
        for old in ('n', 's'):
            if old in kwargs:
                kwargs['value'] = kwargs.pop(old)
        return Constant(..., *args, **kwargs) if cls is Ellipsis else Constant(*args, **kwargs)


Num = _OldConstant('Num', (Constant,), {'_fields': ('n',), '_types': (int, float, complex), '__module__': __name__})
Str = _OldConstant('Str', (Constant,), {'_fields': ('s',), '_types': (str,), '__module__': __name__})
Bytes = _OldConstant('Bytes', (Constant,), {'_fields': ('s',), '_types': (bytes,), '__module__': __name__})
NameConstant = _OldConstant('NameConstant', (Constant,), {'_types': (type(None), bool), '__module__': __name__})
Ellipsis = _OldConstant('Ellipsis', (Constant,), {'_fields': (), '_types': (type(...),), '__module__': __name__})
Constant.n = Constant.s = property(lambda self: self.value, lambda self, value: setattr(self, 'value', value))


class slice(AST):
    """Deprecated AST node class."""


class Index(slice):
    """Deprecated AST node class. Use the index value directly instead."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Deprecated AST node class. Use ast.Tuple instead."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


class Suite(mod):
    """Deprecated AST node class. Unused in Python 3."""


class AugLoad(expr_context):
    """Deprecated AST node class. Unused in Python 3."""


class AugStore(expr_context):
    """Deprecated AST node class. Unused in Python 3."""


class Param(expr_context):
    """Deprecated AST node class. Unused in Python 3."""


def unparse(ast_obj):
    """Source text whose tree is this one."""
    import _unparse
    return _unparse.unparse(ast_obj)
