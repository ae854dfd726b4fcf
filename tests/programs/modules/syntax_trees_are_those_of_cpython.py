import ast

SOURCE = '''
"""doc"""
from __future__ import annotations
import os.path as p, sys
from . import x as y
from ..z import *
@decorator(1)
async def f(a, /, b: int = 1, *args, c=2, **kw) -> str:
    """inner"""
    global g
    async for i, *j in a:
        await b
    else:
        pass
    async with a as b, c:
        return
    yield
class C(B, metaclass=M):
    x: int = 1
    (y): int
    y.z: str
    def m(self): nonlocal q; return lambda *a, k=1: (yield from k)
if a and b or not c:
    del a, b[1:2, ::3], c.d
elif a < b <= c is not d not in e:
    a = b = *c, d
else:
    a += 1; b @= c
while (n := 10) > 5:
    break
for x in y: continue
try:
    raise E from None
except (A, B) as e:
    assert x, "message"
except:
    pass
else:
    pass
finally:
    pass
try: pass
except* A: pass
with open(x): print(*a, k=1, **b)
match q:
    case 1 | -2.5 | "a" | None: pass
    case [1, *_, x] if x: pass
    case {"k": v, **rest}: pass
    case P(a, b=3) as w: pass
    case _: pass
z = [i for i in a if b if c for j in d], {k: v for k, v in a}, {i async for i in b}, (i for i in c)
s = f"{a!r:>{w}} b{{}} {c=}" "tail", b"by\\x00", u"u", 1_000, 0xff, 1e5, 2j, ..., True, None, "caf\\xe9 \\u4e2d"
t = -a ** -b // ~c if d else {**e, 1: 2, **f}, {1, *g}, ()
u = a[1, 2], a[b:c], x.y.z(w)[0], 1 .real, (a, b), [a], a if (b if c else d) else e
'''
tree = ast.parse(SOURCE)
print(ast.dump(tree, include_attributes=True))
print(ast.dump(tree.body[5], indent=2))
print(ast.dump(ast.parse('f(x)[0]', mode='eval'), annotate_fields=False), ast.dump(ast.parse('a; b', mode='single')))
print(ast.unparse(tree))
print(ast.unparse(ast.parse(ast.unparse(tree))) == ast.unparse(tree))
for text in ('(a, b)', 'a * (b + c)', '(a + b) - (c - d)', '-(-x)', 'not (a or b)', '(lambda: 0)()', '(await_)(1)', "f'{x!s}'", '"\\n"',
             "'it\\'s'", '"a\\"b\\\'c"', 'a ** b ** c', '(a ** b) ** c', 'a < (b < c)', '(yield_)', '{**a}', 'x[(1, 2)]', '1e400', '(a := 1)'):
    print(ast.unparse(ast.parse(text)))


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        self.found.append(node.id)

    def visit_Call(self, node):
        self.found.append('call')
        self.generic_visit(node)


class Doubler(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node) if isinstance(node.value, int) else node

    def visit_Pass(self, node):
        return None


visitor = Names()
visitor.visit(ast.parse('f(a, g(b.c))[d]'))
print(visitor.found)
changed = Doubler().visit(ast.parse('if x:\n    pass\n    y = 21\nprint(y)'))
print(ast.unparse(changed))
names = {'x': 1}
exec(compile(changed, '<tree>', 'exec'), names)

print([type(node).__name__ for node in ast.walk(ast.parse('a = b + 1'))])
print([type(node).__name__ for node in ast.iter_child_nodes(ast.parse('a = b + 1').body[0])], list(ast.iter_fields(ast.Name('x', ast.Load())))[0])
print(ast.get_docstring(ast.parse('def f():\n    """A\n\n    B\n    """').body[0]), ast.get_docstring(ast.parse('x')))
print(ast.get_source_segment('a = (1 +\n  2)', ast.parse('a = (1 +\n  2)').body[0].value))
node = ast.fix_missing_locations(ast.Expression(ast.Call(ast.Name('len', ast.Load()), [ast.Constant('abc')], [])))
print(eval(compile(node, '<tree>', 'eval')), ast.dump(ast.increment_lineno(node, 3), include_attributes=True))
for make in (lambda: ast.Name(1, 2, 3), lambda: ast.Name('x', id='y'), lambda: ast.Pass(1), lambda: ast.dump(3)):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
name = ast.Name('x', ast.Load(), lineno=3)
print(name.id, name.lineno, name._fields, name._attributes, hasattr(name, 'col_offset'), ast.Return().value, ast.Name.__match_args__)
print(isinstance(ast.Constant(1), ast.Num), isinstance(ast.Constant('a'), ast.Str), isinstance(ast.Constant(True), ast.Num), ast.Constant(5).n,
      isinstance(ast.Constant(None), ast.NameConstant), type(ast.Num(3)).__name__, issubclass(ast.Name, ast.expr), ast.Load.__mro__)
for text in ("{'a': [1, 2.5, -3+4j, (None, True), {1}, b'x', ...]}", "a", "1+2", "f(x)", "[x for x in y]", "'a' 'b'", "set()", "{**a}", "-'a'",
             " \t1", "1\n+ 2", "--1", "1j-2", "[", "-1-2j"):
    try:
        print(ast.literal_eval(text))
    except Exception as error:
        print(type(error).__name__, str(error).split(' at ')[0])
print(ast.literal_eval(ast.parse('[1, 2]', mode='eval')), ast.parse(b'# coding: latin-1\nx = "\xe9"').body[0].value.value)
