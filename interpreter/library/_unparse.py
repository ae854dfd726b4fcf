"""ast.unparse: source text of a syntax tree, with as few parentheses as CPython writes."""

from ast import (AsyncFunctionDef, ClassDef, Constant, FunctionDef, Expr, If, Module, Name, Tuple)

# How strongly things bind, weakest first.
(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARE, _BIT_OR, _BIT_XOR, _BIT_AND, _SHIFT, _SUM, _TERM, _FACTOR, _POWER,
 _AWAIT, _ATOM) = range(18)

_BINARY = {'Add': ('+', _SUM), 'Sub': ('-', _SUM), 'Mult': ('*', _TERM), 'MatMult': ('@', _TERM), 'Div': ('/', _TERM),
           'Mod': ('%', _TERM), 'LShift': ('<<', _SHIFT), 'RShift': ('>>', _SHIFT), 'BitOr': ('|', _BIT_OR),
           'BitXor': ('^', _BIT_XOR), 'BitAnd': ('&', _BIT_AND), 'FloorDiv': ('//', _TERM), 'Pow': ('**', _POWER)}
_UNARY = {'Invert': ('~', _FACTOR), 'Not': ('not ', _NOT), 'UAdd': ('+', _FACTOR), 'USub': ('-', _FACTOR)}
_COMPARISONS = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not',
                'In': 'in', 'NotIn': 'not in'}
_QUOTES = ("'", '"', '"""', "'''")
_LONG_QUOTES = ('"""', "'''")
_INFINITY = '1e309'


def _parenthesized(text, wanted):
    return '(' + text + ')' if wanted else text


def _escaped(character, keeps_lines):
    if character in '\n\t' and keeps_lines:
        return character
    if character == '\\' or not character.isprintable():
        return ascii(character)[1:-1]
    return character


def _choose_quotes(text, quotes, keeps_lines):
    """(the text with escapes, those of the quotes that may stand around it)"""
    escaped = ''.join(_escaped(character, keeps_lines) for character in text)
    if '\n' in escaped:
        quotes = [quote for quote in quotes if quote in _LONG_QUOTES]
    possible = [quote for quote in quotes if quote not in escaped]
    if not possible:
        whole = repr(text)
        quote = next((quote for quote in quotes if whole[0] in quote), whole[0])
        return whole[1:-1], [quote]
    if escaped:
        possible.sort(key=lambda quote: quote[0] == escaped[-1])
        if possible[0][0] == escaped[-1]:
            escaped = escaped[:-1] + '\\' + escaped[-1]
    return escaped, possible


class _Expressions:
    """Each method takes a node and how strongly what stands around it binds."""

    def text(self, node, level=_TEST):
        return getattr(self, 'show_' + type(node).__name__)(node, level)

    def row(self, nodes, level=_TEST):
        return ', '.join(self.text(node, level) for node in nodes)

    def items(self, nodes):
        return self.row(nodes) + (',' if len(nodes) == 1 else '')

    def show_BoolOp(self, node, level):
        word, own = ('and', _AND) if type(node.op).__name__ == 'And' else ('or', _OR)
        values = [self.text(value, min(own + 1 + i, _ATOM)) for i, value in enumerate(node.values)]
        return _parenthesized((' ' + word + ' ').join(values), level > own)

    def show_NamedExpr(self, node, level):
        return _parenthesized(self.text(node.target, _ATOM) + ' := ' + self.text(node.value, _ATOM), level > _NAMED)

    def show_BinOp(self, node, level):
        sign, own = _BINARY[type(node.op).__name__]
        left, right = (own + 1, own) if sign == '**' else (own, own + 1)
        return _parenthesized(self.text(node.left, left) + ' ' + sign + ' ' + self.text(node.right, right), level > own)

    def show_UnaryOp(self, node, level):
        sign, own = _UNARY[type(node.op).__name__]
        return _parenthesized(sign + self.text(node.operand, own), level > own)

    def show_Lambda(self, node, level):
        parameters = self.show_arguments(node.args)
        return _parenthesized('lambda' + (' ' + parameters if parameters else '') + ': ' + self.text(node.body), level > _TEST)

    def show_IfExp(self, node, level):
        return _parenthesized(self.text(node.body, _OR) + ' if ' + self.text(node.test, _OR) + ' else ' + self.text(node.orelse),
                              level > _TEST)

    def show_Dict(self, node, level):
        return '{' + ', '.join('**' + self.text(value, _BIT_OR) if key is None else self.text(key) + ': ' + self.text(value)
                               for key, value in zip(node.keys, node.values)) + '}'

    def show_Set(self, node, level):
        return '{' + self.row(node.elts) + '}' if node.elts else '{*()}'

    def show_ListComp(self, node, level):
        return '[' + self.text(node.elt) + self.generators(node) + ']'

    def show_SetComp(self, node, level):
        return '{' + self.text(node.elt) + self.generators(node) + '}'

    def show_GeneratorExp(self, node, level):
        return '(' + self.text(node.elt) + self.generators(node) + ')'

    def show_DictComp(self, node, level):
        return '{' + self.text(node.key) + ': ' + self.text(node.value) + self.generators(node) + '}'

    def generators(self, node):
        return ''.join(
            (' async for ' if each.is_async else ' for ') + self.text(each.target, _TUPLE) + ' in ' + self.text(each.iter, _OR)
            + ''.join(' if ' + self.text(test, _OR) for test in each.ifs) for each in node.generators)

    def show_Await(self, node, level):
        return _parenthesized('await ' + self.text(node.value, _ATOM), level > _AWAIT)

    def show_Yield(self, node, level):
        return _parenthesized('yield' + (' ' + self.text(node.value, _ATOM) if node.value else ''), level > _YIELD)

    def show_YieldFrom(self, node, level):
        return _parenthesized('yield from ' + self.text(node.value, _ATOM), level > _YIELD)

    def show_Compare(self, node, level):
        text = self.text(node.left, _COMPARE + 1)
        for op, value in zip(node.ops, node.comparators):
            text += ' ' + _COMPARISONS[type(op).__name__] + ' ' + self.text(value, _COMPARE + 1)
        return _parenthesized(text, level > _COMPARE)

    def show_keyword(self, node, level):
        return '**' + self.text(node.value) if node.arg is None else node.arg + '=' + self.text(node.value)

    def show_Call(self, node, level):
        return self.text(node.func, _ATOM) + '(' + self.row([*node.args, *node.keywords]) + ')'

    def show_Attribute(self, node, level):
        text = self.text(node.value, _ATOM)
        if isinstance(node.value, Constant) and isinstance(node.value.value, int):
            text += ' '
        return text + '.' + node.attr

    def show_Subscript(self, node, level):
        inside = self.items(node.slice.elts) if isinstance(node.slice, Tuple) and node.slice.elts else self.text(node.slice)
        return self.text(node.value, _ATOM) + '[' + inside + ']'

    def show_Slice(self, node, level):
        return ((self.text(node.lower) if node.lower else '') + ':' + (self.text(node.upper) if node.upper else '')
                + (':' + self.text(node.step) if node.step else ''))

    def show_Starred(self, node, level):
        return '*' + self.text(node.value, _BIT_OR)

    def show_Name(self, node, level):
        return node.id

    def show_List(self, node, level):
        return '[' + self.row(node.elts) + ']'

    def show_Tuple(self, node, level):
        return _parenthesized(self.items(node.elts), not node.elts or level > _TUPLE)

    def show_Constant(self, node, level):
        return ('u' if node.kind == 'u' else '') + self.constant(node.value)

    def constant(self, value):
        if isinstance(value, tuple):
            return '(' + ', '.join(map(self.constant, value)) + (',)' if len(value) == 1 else ')')
        if value is ...:
            return '...'
        if isinstance(value, (float, complex)):
            return repr(value).replace('inf', _INFINITY).replace('nan', f'({_INFINITY}-{_INFINITY})')
        return repr(value)

    # Formatted strings.

    def show_JoinedStr(self, node, level):
        pieces, quotes = [], list(_QUOTES)
        for value in node.values:
            text, quotes = _choose_quotes(self.piece(value), quotes, not isinstance(value, Constant))
            pieces.append(text)
        return 'f' + quotes[0] + ''.join(pieces) + quotes[0]

    def show_FormattedValue(self, node, level):
        text, quotes = _choose_quotes(self.piece(node), list(_QUOTES), True)
        return 'f' + quotes[0] + text + quotes[0]

    def piece(self, node):
        if isinstance(node, Constant):
            return node.value.replace('{', '{{').replace('}', '}}')
        if not hasattr(node, 'conversion'):  # the format of a value
            return ''.join(map(self.piece, node.values))
        inner = self.text(node.value, _OR)
        if '\\' in inner:
            raise ValueError('Unable to avoid backslash in f-string expression part')
        text = ('{ ' if inner.startswith('{') else '{') + inner
        if node.conversion != -1:
            text += '!' + chr(node.conversion)
        if node.format_spec:
            text += ':' + self.piece(node.format_spec)
        return text + '}'

    # Parameters.

    def show_arg(self, node, level=_TEST):
        return node.arg + (': ' + self.text(node.annotation) if node.annotation else '')

    def show_arguments(self, node, level=_TEST):
        places = node.posonlyargs + node.args
        defaults = [None] * (len(places) - len(node.defaults)) + node.defaults
        texts = [self.parameter(place, default) for place, default in zip(places, defaults)]
        if node.posonlyargs:
            texts.insert(len(node.posonlyargs), '/')
        if node.vararg or node.kwonlyargs:
            texts.append('*' + (self.show_arg(node.vararg) if node.vararg else ''))
        texts += map(self.parameter, node.kwonlyargs, node.kw_defaults)
        if node.kwarg:
            texts.append('**' + self.show_arg(node.kwarg))
        return ', '.join(texts)

    def parameter(self, node, default):
        return self.show_arg(node) + ('=' + self.text(default) if default else '')

    # Patterns.

    def show_MatchValue(self, node, level):
        return self.text(node.value)

    def show_MatchSingleton(self, node, level):
        return repr(node.value)

    def show_MatchSequence(self, node, level):
        return '[' + self.row(node.patterns) + ']'

    def show_MatchStar(self, node, level):
        return '*' + (node.name or '_')

    def show_MatchMapping(self, node, level):
        pairs = [self.text(key) + ': ' + self.text(value) for key, value in zip(node.keys, node.patterns)]
        return '{' + ', '.join(pairs + (['**' + node.rest] if node.rest else [])) + '}'

    def show_MatchClass(self, node, level):
        named = [name + '=' + self.text(value) for name, value in zip(node.kwd_attrs, node.kwd_patterns)]
        return self.text(node.cls, _ATOM) + '(' + ', '.join([*map(self.text, node.patterns), *named]) + ')'

    def show_MatchAs(self, node, level):
        if node.pattern is None:
            return node.name or '_'
        return _parenthesized(self.text(node.pattern, _BIT_OR) + ' as ' + node.name, level > _TEST)

    def show_MatchOr(self, node, level):
        return _parenthesized(' | '.join(self.text(each, _BIT_OR + 1) for each in node.patterns), level > _BIT_OR)


class _Statements(_Expressions):
    def __init__(self):
        self.lines = []
        self.indent = 0

    def line(self, text):
        self.lines.append('    ' * self.indent + text)

    def block(self, head, body, with_docstring=False):
        self.line(head + ':')
        self.indent += 1
        self.body(body, with_docstring)
        self.indent -= 1

    def body(self, statements, with_docstring=False):
        for i, node in enumerate(statements):
            is_text = isinstance(node, Expr) and isinstance(node.value, Constant) and isinstance(node.value.value, str)
            if with_docstring and i == 0 and is_text:
                text, quotes = _choose_quotes(node.value.value, list(_LONG_QUOTES), True)
                self.line(('u' if node.value.kind == 'u' else '') + quotes[0] + text + quotes[0])
            else:
                self.statement(node)

    def statement(self, node):
        getattr(self, 'write_' + type(node).__name__)(node)

    def write_Module(self, node):
        self.body(node.body, True)

    def write_Interactive(self, node):
        self.body(node.body)

    def write_Expression(self, node):
        self.line(self.text(node.body))

    def write_FunctionType(self, node):
        self.line('(' + self.row(node.argtypes) + ') -> ' + self.text(node.returns))

    def write_FunctionDef(self, node, word='def'):
        self.begin_definition(node)
        returns = ' -> ' + self.text(node.returns) if node.returns else ''
        self.block(f'{word} {node.name}({self.show_arguments(node.args)}){returns}', node.body, True)

    def write_AsyncFunctionDef(self, node):
        self.write_FunctionDef(node, 'async def')

    def write_ClassDef(self, node):
        self.begin_definition(node)
        bases = self.row([*node.bases, *node.keywords])
        self.block(f'class {node.name}' + (f'({bases})' if bases else ''), node.body, True)

    def begin_definition(self, node):
        if self.lines:
            self.lines.append('')
        for decorator in node.decorator_list:
            self.line('@' + self.text(decorator))

    def write_Return(self, node):
        self.line('return' + (' ' + self.text(node.value) if node.value else ''))

    def write_Delete(self, node):
        self.line('del ' + self.row(node.targets))

    def write_Assign(self, node):
        self.line(''.join(self.text(target, _TUPLE) + ' = ' for target in node.targets) + self.text(node.value))

    def write_AugAssign(self, node):
        self.line(f'{self.text(node.target)} {_BINARY[type(node.op).__name__][0]}= {self.text(node.value)}')

    def write_AnnAssign(self, node):
        target = _parenthesized(self.text(node.target), not node.simple and isinstance(node.target, Name))
        self.line(f'{target}: {self.text(node.annotation)}' + (' = ' + self.text(node.value) if node.value else ''))

    def write_For(self, node, word='for'):
        self.block(f'{word} {self.text(node.target, _TUPLE)} in {self.text(node.iter)}', node.body)
        self.otherwise(node)

    def write_AsyncFor(self, node):
        self.write_For(node, 'async for')

    def write_While(self, node):
        self.block('while ' + self.text(node.test), node.body)
        self.otherwise(node)

    def otherwise(self, node):
        if node.orelse:
            self.block('else', node.orelse)

    def write_If(self, node, word='if'):
        self.block(word + ' ' + self.text(node.test), node.body)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], If):
            self.write_If(node.orelse[0], 'elif')
        else:
            self.otherwise(node)

    def show_withitem(self, node, level):
        return self.text(node.context_expr) + (' as ' + self.text(node.optional_vars) if node.optional_vars else '')

    def write_With(self, node, word='with'):
        self.block(word + ' ' + self.row(node.items), node.body)

    def write_AsyncWith(self, node):
        self.write_With(node, 'async with')

    def write_Match(self, node):
        self.line('match ' + self.text(node.subject) + ':')
        self.indent += 1
        for case in node.cases:
            self.block('case ' + self.text(case.pattern) + (' if ' + self.text(case.guard) if case.guard else ''), case.body)
        self.indent -= 1

    def write_Raise(self, node):
        self.line('raise' + (' ' + self.text(node.exc) if node.exc else '') + (' from ' + self.text(node.cause) if node.cause else ''))

    def write_Try(self, node, word='except'):
        self.block('try', node.body)
        for handler in node.handlers:
            self.block(word + (' ' + self.text(handler.type) if handler.type else '') + (' as ' + handler.name if handler.name else ''),
                       handler.body)
        self.otherwise(node)
        if node.finalbody:
            self.block('finally', node.finalbody)

    def write_TryStar(self, node):
        self.write_Try(node, 'except*')

    def write_Assert(self, node):
        self.line('assert ' + self.text(node.test) + (', ' + self.text(node.msg) if node.msg else ''))

    def show_alias(self, node, level):
        return node.name + (' as ' + node.asname if node.asname else '')

    def write_Import(self, node):
        self.line('import ' + self.row(node.names))

    def write_ImportFrom(self, node):
        self.line('from ' + '.' * (node.level or 0) + (node.module or '') + ' import ' + self.row(node.names))

    def write_Global(self, node):
        self.line('global ' + ', '.join(node.names))

    def write_Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names))

    def write_Expr(self, node):
        self.line(self.text(node.value, _YIELD))

    def write_Pass(self, node):
        self.line('pass')

    def write_Break(self, node):
        self.line('break')

    def write_Continue(self, node):
        self.line('continue')


def unparse(tree):
    writer = _Statements()
    if hasattr(writer, 'write_' + type(tree).__name__):
        writer.statement(tree)
        return '\n'.join(writer.lines)
    return writer.text(tree)
